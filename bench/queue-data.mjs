// A database as a desk has it after some years: open and closed tickets with French texts, messages, facts and events, the same for the
// same seed. Written in bulk beside the product, which then makes its search index itself when it opens the file.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESKS, peopleOf, ticketsOf } from './queue-rows.mjs';
import { ADVISOR_NAMES } from './queue-texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const BATCH = 4_000;

/**
 * @param file where the database is made.
 * @returns the advisors with a session each ({ id, name, deskIds, cookie }) and how long each step took, in ms.
 */
export async function buildQueueDatabase({ file, open, closed, seed = 1, now = new Date() }) {
  mkdirSync(dirname(file), { recursive: true });
  const took = {};
  const timed = async (name, work) => {
    const started = performance.now();
    const value = await work();
    took[name] = Math.round(performance.now() - started);
    return value;
  };
  const { openData } = require(join(root, 'dist/data/open.js'));
  const url = `file:${file}`;
  const empty = await openData({ url, demo: true });
  const advisors = await addAdvisors(empty.services.advisors, now);
  await empty.close();
  await timed('insert', () => fill(file, { open, closed, seed, now, advisors }));
  const full = await timed('index', () => openData({ url }));
  const working = await signIn(full.services.advisors, advisors, now);
  await full.close();
  return { advisors: working, took };
}

/** Twenty of them: so many a desk, and one who sees all. */
async function addAdvisors(service, now) {
  const desks = [...Array(7).fill(['abc']), ...Array(5).fill(['ogestion']), ...Array(4).fill(['oc-mentor'])];
  desks.push(
    ['oc-coach'],
    ['oc-coach'],
    ['oc-mentor', 'oc-coach'],
    DESKS.map(([id]) => id),
  );
  const advisors = [];
  for (const [index, deskIds] of desks.entries()) {
    const name = ADVISOR_NAMES[index];
    const email = `bench-${index}@guichet.example`;
    advisors.push(await service.add({ name, email, role: 'advisor', deskIds, now }));
  }
  return advisors;
}

async function signIn(service, advisors, now) {
  const working = [];
  for (const { id, name, deskIds } of advisors) {
    const { token } = await service.createSignInLink(id, now);
    const { sessionToken } = await service.redeemSignInLink(token, now);
    working.push({ id, name, deskIds, cookie: `guichet_session=${sessionToken}` });
  }
  return working;
}

async function fill(file, plan) {
  const sqlite3 = require('sqlite3');
  const db = await new Promise((resolve, reject) => {
    const opened = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const run = (sql, values = []) =>
    new Promise((resolve, reject) => db.run(sql, values, (error) => (error ? reject(error) : resolve())));
  // The index is made in one go afterwards, which is far quicker than ticket by ticket.
  await run('DROP TRIGGER "TicketIndex_filed"');
  await run('DROP TRIGGER "TicketIndex_written"');
  await run('PRAGMA synchronous = OFF');
  await run('BEGIN');
  const writer = bulkWriter(run);
  for (const row of peopleOf(plan)) await writer.add('Person', row);
  for (const ticket of ticketsOf(plan)) {
    for (const [table, rows] of Object.entries(ticket)) {
      for (const row of rows) await writer.add(table, row);
    }
  }
  await writer.flush();
  await run('COMMIT');
  await run('PRAGMA wal_checkpoint(TRUNCATE)');
  await new Promise((resolve) => db.close(resolve));
}

/** Rows go over as one JSON text a batch: a call a row would take ten times as long. */
function bulkWriter(run) {
  const waiting = new Map();
  const write = async (table, rows) => {
    const columns = Object.keys(rows[0]);
    const values = columns.map((column) => `json_extract(value, '$.${column}')`).join(', ');
    const names = columns.map((column) => `"${column}"`).join(', ');
    await run(`INSERT INTO "${table}" (${names}) SELECT ${values} FROM json_each(?)`, [JSON.stringify(rows)]);
    rows.length = 0;
  };
  return {
    async add(table, row) {
      const rows = waiting.get(table) ?? [];
      waiting.set(table, rows);
      rows.push(row);
      // What refers to a ticket waits for it.
      if (rows.length >= BATCH) await this.flush();
    },
    async flush() {
      for (const table of [
        'Person',
        'Conversation',
        'ConversationActivity',
        'Ticket',
        'TicketMessage',
        'TicketEvent',
      ]) {
        const rows = waiting.get(table);
        if (rows?.length) await write(table, rows);
      }
    },
  };
}
