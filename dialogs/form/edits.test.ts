import { join } from 'node:path';
import type { JsonValue } from '../../data/conversations/types';
import { openTestData, type TestData } from '../../data/testing';
import { createKnowledge } from '../../knowledge/create';
import type { Knowledge } from '../../knowledge/types';
import { createAssistant } from '../assistant';
import type { Reply } from '../reply';
import type { Turn } from '../turn';

let knowledge: Knowledge;
let data: TestData;
beforeAll(async () => {
  const root = join(__dirname, '..', '..');
  knowledge = createKnowledge({
    dir: join(root, 'knowledge'),
    cacheDir: join(root, '.cache', 'knowledge-tests'),
  });
  data = await openTestData();
}, 60_000);
afterAll(() => data.close());

/** A chat of Camille's in which messages are said by an id, and edited by it. Wednesday 18 November 2026, 10:00 in Paris. */
async function chat(id: string) {
  const person = await data.services.people.find('abc-camille');
  await data.services.conversations.open({
    id,
    channel: 'teams',
    deskId: 'abc',
    userId: '29:her',
    personId: 'abc-camille',
    locale: 'fr',
    now: data.clock.now(),
  });
  const assistant = createAssistant({ knowledge, services: data.services });
  let state: JsonValue = null;
  const turn = async (text: string, change: Partial<Turn> & { readonly id: string }) => {
    const outcome = await assistant.handle(
      {
        conversationId: id,
        channel: 'teams',
        kind: 'message',
        text,
        action: null,
        attachments: [],
        refusedAttachments: [],
        unreadable: null,
        desk: 'abc',
        person,
        locale: 'fr',
        now: data.clock.now(),
        ...change,
      },
      state,
    );
    state = outcome.state;
    return outcome.replies;
  };
  return {
    say: (name: string, text: string) => turn(text, { id: `${id}|${name}` }),
    edit: (name: string, text: string, time = 1) =>
      turn(text, { id: `${id}|${name}.edit.${time}`, edited: true, edits: `${id}|${name}` }),
  };
}

const shown = ([reply]: readonly Reply[]): string => {
  if (reply?.kind === 'read-back') return reply.facts.map(({ value }) => value).join(' · ');
  if (reply?.kind !== 'question') return JSON.stringify(reply);
  return reply.sheet?.fields.map(({ value }) => value ?? '').join(' · ') ?? reply.text;
};

describe('an answer inside an open form that she edits', () => {
  it('corrects what it had filled, and leaves the rest', async () => {
    const she = await chat('edit-one');
    await she.say('a', 'je veux saisir un coupon pour Léa');
    await she.say('b', 'hier');
    await she.say('c', 'de 14h à 16h');
    expect(shown(await she.edit('b', 'lundi'))).toMatch(/Léa.*lundi 16 novembre.*14\sh/);
  });

  it('corrects it again when it is edited again', async () => {
    const she = await chat('edit-again');
    await she.say('a', 'je veux saisir un coupon pour Léa');
    await she.say('b', 'hier');
    await she.say('c', 'de 14h à 16h');
    await she.edit('b', 'lundi', 1);
    expect(shown(await she.edit('b', 'dimanche', 2))).toMatch(/dimanche 15 novembre.*14\sh/);
  });

  it('may have filled several', async () => {
    const she = await chat('edit-many');
    await she.say('a', 'cours avec Léa hier de 14h à 16h');
    expect(shown(await she.edit('a', 'cours avec Hugo lundi de 10h à 12h'))).toMatch(
      /Hugo.*lundi 16 novembre.*10\sh.*12\sh/,
    );
  });

  it('confirms nothing', async () => {
    const she = await chat('edit-yes');
    const before = (await data.services.coupons.ofPerson('abc-camille')).length;
    await she.say('a', 'je veux saisir un coupon pour Léa hier');
    await she.say('b', 'de 14h à 16h');
    await she.edit('b', 'oui');
    expect(await data.services.coupons.ofPerson('abc-camille')).toHaveLength(before);
  });

  it('that had filled nothing is heard as something new', async () => {
    const she = await chat('edit-none');
    await she.say('a', 'je veux saisir un coupon pour Léa hier');
    await she.say('b', 'euh');
    expect(shown(await she.edit('b', 'de 14h à 16h'))).toMatch(/14\sh.*16\sh/);
  });
});
