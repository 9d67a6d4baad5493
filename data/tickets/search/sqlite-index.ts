import type { Connection } from '../../prisma/sqlite-adapter';

/** The columns that are searched; `scope` beside them holds desk, state and the like as words of their own (sqlite-search.ts). */
export const SEARCHED = ['reference', 'person', 'subject', 'facts', 'messages'] as const;

/** The word under which the index knows a value of a filter. In hexadecimal: any id is one word. */
export const scopeWord = (kind: ScopeKind, value: string): string =>
  SCOPE[kind].prefix + Buffer.from(value, 'utf8').toString('hex');

export type ScopeKind = keyof typeof SCOPE;

const SCOPE = {
  desk: { prefix: 'd', column: 'deskId' },
  status: { prefix: 's', column: 'status' },
  category: { prefix: 'c', column: 'category' },
  priority: { prefix: 'p', column: 'priority' },
  assignee: { prefix: 'a', column: 'assigneeId' },
  team: { prefix: 'e', column: 'teamId' },
  topic: { prefix: 't', column: 'topicId' },
} as const;

const SCOPE_WORDS = Object.values(SCOPE)
  .map(({ prefix, column }) => `'${prefix}' || hex(coalesce(t."${column}", ''))`)
  .join(` || ' ' || `);

const reindex = (which: string): string =>
  `INSERT OR REPLACE INTO "TicketIndex" (rowid, ${SEARCHED.join(', ')}, scope)
     SELECT "position", ${SEARCHED.join(', ')}, scope FROM "TicketText" WHERE "ticketId" IN (${which})`;

/**
 * Everything that the search keeps in a SQLite database, by name. It is derived from the tickets and outlives no change of its own
 * definition, so it stands here and not in a migration: a migration that rebuilds a table would take the triggers with it unseen.
 */
const OBJECTS: Readonly<Record<string, string>> = {
  // Positions follow the order of filing and stay: the rowid of a table with a text key does neither.
  TicketDocument: `CREATE TABLE "TicketDocument" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT,
    "ticketId" TEXT NOT NULL UNIQUE REFERENCES "Ticket" ("id") ON DELETE CASCADE)`,
  // No copy of the texts: only the words. Two and three letters of a word are looked up as fast as a whole one.
  TicketIndex: `CREATE VIRTUAL TABLE "TicketIndex" USING fts5(${SEARCHED.join(', ')}, scope,
    content='', contentless_delete=1, prefix='2 3', tokenize="unicode61 remove_diacritics 2")`,
  TicketText: `CREATE VIEW "TicketText" AS SELECT d."position", t."id" AS "ticketId", t."reference" AS reference,
    coalesce(p."displayName", '') AS person, t."subject" AS subject,
    coalesce((SELECT group_concat(json_extract(f.value, '$.value'), ' ; ') FROM json_each(t."facts") f), '') AS facts,
    coalesce((SELECT group_concat(m."text", ' ; ') FROM "TicketMessage" m WHERE m."ticketId" = t."id"), '') AS messages,
    ${SCOPE_WORDS} AS scope
    FROM "TicketDocument" d JOIN "Ticket" t ON t."id" = d."ticketId" LEFT JOIN "Person" p ON p."id" = t."personId"`,
  TicketIndex_filed: `CREATE TRIGGER "TicketIndex_filed" AFTER INSERT ON "Ticket" BEGIN
    INSERT INTO "TicketDocument" ("ticketId") VALUES (new."id");
    ${reindex('new."id"')}; END`,
  TicketIndex_changed: `CREATE TRIGGER "TicketIndex_changed" AFTER UPDATE OF "reference", "personId", "subject", "facts",
    ${Object.values(SCOPE)
      .map(({ column }) => `"${column}"`)
      .join(', ')} ON "Ticket" BEGIN ${reindex('new."id"')}; END`,
  TicketIndex_written: `CREATE TRIGGER "TicketIndex_written" AFTER INSERT ON "TicketMessage" BEGIN
    ${reindex('new."ticketId"')}; END`,
  TicketIndex_rewritten: `CREATE TRIGGER "TicketIndex_rewritten" AFTER UPDATE OF "text", "ticketId" ON "TicketMessage" BEGIN
    ${reindex('old."ticketId", new."ticketId"')}; END`,
  TicketIndex_unwritten: `CREATE TRIGGER "TicketIndex_unwritten" AFTER DELETE ON "TicketMessage" BEGIN
    ${reindex('old."ticketId"')}; END`,
  TicketIndex_renamed: `CREATE TRIGGER "TicketIndex_renamed" AFTER UPDATE OF "displayName" ON "Person" BEGIN
    ${reindex('SELECT "id" FROM "Ticket" WHERE "personId" = new."id"')}; END`,
  TicketIndex_forgotten: `CREATE TRIGGER "TicketIndex_forgotten" AFTER DELETE ON "TicketDocument" BEGIN
    DELETE FROM "TicketIndex" WHERE rowid = old."position"; END`,
};

/**
 * Makes sure that the search index is there, as this release defines it; otherwise makes it anew from the tickets (10,000 a second).
 * One transaction: whoever opens the database meanwhile waits, and then finds it done.
 *
 * @returns how many tickets were indexed; null when everything was in place.
 */
export async function prepareSearchIndex(connection: Connection): Promise<number | null> {
  await connection.script('BEGIN IMMEDIATE');
  try {
    const present = await presentObjects(connection);
    const inPlace = Object.entries(OBJECTS).every(([name, sql]) => present.get(name)?.sql === sql);
    const indexed = inPlace ? null : await rebuild(connection, present);
    await connection.script('COMMIT');
    return indexed;
  } catch (error) {
    await connection.script('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function presentObjects(
  connection: Connection,
): Promise<ReadonlyMap<string, { readonly type: string; readonly sql: string }>> {
  const names = Object.keys(OBJECTS);
  const rows = await connection.all(
    `SELECT type, name, sql FROM sqlite_master WHERE name IN (${names.map(() => '?').join(', ')})`,
    names,
  );
  return new Map(rows.map(({ type, name, sql }) => [String(name), { type: String(type), sql: String(sql) }]));
}

async function rebuild(
  connection: Connection,
  present: ReadonlyMap<string, { readonly type: string }>,
): Promise<number> {
  for (const [name, { type }] of [...present].reverse()) {
    // A trigger is gone with its table.
    await connection.script(`DROP ${type.toUpperCase()} IF EXISTS "${name}"`);
  }
  const triggers: string[] = [];
  for (const sql of Object.values(OBJECTS)) {
    if (sql.startsWith('CREATE TRIGGER')) triggers.push(sql);
    else await connection.script(sql);
  }
  const indexed = await connection.run(
    'INSERT INTO "TicketDocument" ("ticketId") SELECT "id" FROM "Ticket" ORDER BY "createdAt", "reference"',
  );
  await connection.script(reindex('SELECT "id" FROM "Ticket"'));
  for (const sql of triggers) await connection.script(sql);
  return indexed;
}
