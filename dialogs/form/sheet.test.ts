import { join } from 'node:path';
import type { JsonValue } from '../../data/conversations/types';
import type { Person } from '../../data/people/types';
import { openTestData, type TestData } from '../../data/testing';
import { createKnowledge } from '../../knowledge/create';
import type { Knowledge } from '../../knowledge/types';
import { createAssistant } from '../assistant';
import type { Reply } from '../reply';
import type { Action, FormCard, Turn } from '../turn';

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

/** One conversation of Camille in Teams, on Wednesday 18 November 2026, 10:00 in Paris. */
class Talk {
  private state: JsonValue = null;
  private turns = 0;
  private constructor(
    private readonly id: string,
    private readonly person: Person | null,
  ) {}

  static async start(id: string): Promise<Talk> {
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
    return new Talk(id, person);
  }

  say = (text: string, change: Partial<Turn> = {}): Promise<readonly Reply[]> =>
    this.turn({ text, ...change });
  press = (action: Action, card: FormCard, change: Partial<Turn> = {}): Promise<readonly Reply[]> =>
    this.turn({ action, card, ...change });
  fill = (values: Readonly<Record<string, string>>, card: FormCard): Promise<readonly Reply[]> =>
    this.press({ type: 'fill', values }, card);

  private async turn(change: Partial<Turn>): Promise<readonly Reply[]> {
    const outcome = await createAssistant({ knowledge, services: data.services }).handle(
      {
        id: `${this.id}-${(this.turns += 1)}`,
        conversationId: this.id,
        channel: 'teams',
        kind: 'message',
        text: '',
        action: null,
        attachments: [],
        refusedAttachments: [],
        unreadable: null,
        desk: 'abc',
        person: this.person,
        locale: 'fr',
        now: data.clock.now(),
        ...change,
      },
      this.state,
    );
    this.state = outcome.state;
    return outcome.replies;
  }
}

let count = 0;
const talk = (): Promise<Talk> => Talk.start(`sheet-${(count += 1)}`);

function sheetIn([reply]: readonly Reply[]) {
  if (reply?.kind !== 'question' || reply.sheet === undefined) throw new Error(JSON.stringify(reply));
  return reply.sheet;
}
function readBackIn([reply]: readonly Reply[]) {
  if (reply?.kind !== 'read-back' || reply.card === undefined) throw new Error(JSON.stringify(reply));
  return { ...reply, card: reply.card };
}
const fieldsIn = (replies: readonly Reply[]) =>
  Object.fromEntries(sheetIn(replies).fields.map(({ slot, value, fault }) => [slot, { value, fault }]));
const wordsOf = ([reply]: readonly Reply[]): string =>
  reply?.kind === 'read-back'
    ? (reply.notice ?? '')
    : reply?.kind === 'answer'
      ? reply.body
      : (reply?.text ?? '');

const coupons = async (): Promise<number> => (await data.services.coupons.ofPerson('abc-camille')).length;
const LESSON = { assignment: 'assignment-martin', date: '2026-11-17', start: '14:00', end: '16:00' };

describe('a coupon as a card', () => {
  it('is empty at first, and nothing in it is wrong yet', async () => {
    const she = await talk();
    const opened = await she.say('je veux saisir un coupon');
    expect(Object.values(fieldsIn(opened))).toEqual(Array(4).fill({ value: null, fault: null }));
  });

  it('shows what she has typed, and takes the rest', async () => {
    const she = await talk();
    const opened = await she.say('je veux saisir un coupon pour Léa hier');
    expect(fieldsIn(opened)).toMatchObject({
      assignment: { value: 'assignment-martin' },
      date: { value: '2026-11-17' },
    });
    expect(readBackIn(await she.fill(LESSON, sheetIn(opened).card)).facts).toHaveLength(3);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a lesson to come', { date: '2026-11-19' }, 'date'],
    ['an end before the start', { end: '13:00' }, 'end'],
    ['a day that is none', { date: '2026-02-31' }, 'date'],
    ['words for a time', { start: 'midi' }, 'start'],
    ['somebody else’s pupil', { assignment: 'assignment-petit' }, 'assignment'],
    ['a field left empty', { end: '' }, 'end'],
    ['an implausible length', { start: '00:00', end: '23:00' }, 'end'],
  ])('with %s says so at the field and keeps the others', async (_what, change, slot) => {
    const she = await talk();
    const { card } = sheetIn(await she.say('je veux saisir un coupon'));
    const fields = fieldsIn(await she.fill({ ...LESSON, ...change }, card));
    expect(fields[slot]?.fault).toEqual(expect.stringMatching(/\S/));
    for (const [other, value] of Object.entries(LESSON)) {
      if (!(other in change)) expect(fields[other]?.value).toBe(value);
    }
  });

  it('with one fault mended is read back, and confirmed is saved once', async () => {
    const she = await talk();
    const before = await coupons();
    const { card } = sheetIn(await she.say('je veux saisir un coupon'));
    const wrong = sheetIn(await she.fill({ ...LESSON, end: '13:00' }, card));
    const read = readBackIn(await she.fill(LESSON, wrong.card));
    const [receipt] = await she.press({ type: 'confirm' }, read.card);
    expect(receipt).toMatchObject({ kind: 'receipt' });
    const again = await she.press({ type: 'confirm' }, read.card);
    expect(wordsOf(again)).toContain(receipt?.kind === 'receipt' ? receipt.reference : '');
    expect(await coupons()).toBe(before + 1);
  });
});

describe('a card that is out of date', () => {
  const opened = async () => {
    const she = await talk();
    const { card } = sheetIn(await she.say('je veux saisir un coupon pour Hugo'));
    return { she, card };
  };
  const other = { assignment: 'assignment-nguyen', date: '2026-11-16', start: '08:00', end: '09:00' };

  it('does nothing when it is sent twice, and shows where she is', async () => {
    const { she, card } = await opened();
    await she.fill(other, card);
    const again = await she.fill({ ...other, end: '09:30' }, card);
    expect(readBackIn(again).facts.map(({ value }) => value)).toContainEqual(expect.stringContaining('9 h'));
    expect(wordsOf(again)).toMatch(/plus à jour/);
  });

  it('does not confirm what she has changed since by typing', async () => {
    const { she, card } = await opened();
    const read = readBackIn(await she.fill(other, card));
    await she.say('non, 8h30 le début');
    const before = await coupons();
    const pressed = await she.press({ type: 'confirm' }, read.card);
    expect(readBackIn(pressed).facts.map(({ value }) => value)).toContainEqual(
      expect.stringContaining('8 h 30'),
    );
    expect(await coupons()).toBe(before);
  });

  it('says that it is of another day', async () => {
    const { she, card } = await opened();
    const tomorrow = new Date(data.clock.now().getTime() + 24 * 3_600_000);
    const pressed = await she.press({ type: 'fill', values: other }, card, { now: tomorrow });
    expect(wordsOf(pressed)).toMatch(/autre jour/);
    expect(sheetIn(pressed).card.day).toBe('2026-11-19');
  });

  it('says that its form is closed once she has left it', async () => {
    const { she, card } = await opened();
    await she.say('annuler');
    expect(wordsOf(await she.fill(other, card))).toMatch(/fermé/);
  });
});

describe('an appointment as a card', () => {
  it('is filled at once, and then offers the slots of that day', async () => {
    const she = await talk();
    const { card } = sheetIn(await she.say('je voudrais un rendez-vous'));
    const filled = await she.fill(
      { channel: 'teams', phone: '', subject: 'mes missions', day: '2026-11-26' },
      card,
    );
    expect(filled[0]).toMatchObject({ kind: 'question', meta: { slot: 'slot' } });
    expect(filled[0]?.choices.map(({ label }) => label)).toContainEqual(
      expect.stringContaining('jeudi 26 novembre'),
    );
  });
});

describe('where others read', () => {
  it.each([
    'je veux saisir un coupon',
    'où en est ma demande ?',
    'parler à quelqu’un',
    'je voudrais un rendez-vous',
  ])('« %s » goes on in private', async (text) => {
    const she = await talk();
    const [reply, ...more] = await she.say(text, { shared: true, person: null });
    expect(more).toEqual([]);
    expect(reply).toMatchObject({ kind: 'text', choices: [], meta: { privately: true } });
  });

  it('a general question is answered, without what could be done in her name', async () => {
    const she = await talk();
    const replies = await she.say('comment changer mon mot de passe ?', { shared: true, person: null });
    expect(replies.some(({ meta }) => meta.topic === 'abc.password')).toBe(true);
    const actions = replies.flatMap(({ choices }) => choices.map(({ action }) => action.type));
    expect(actions).not.toContain('start-form');
    expect(actions).not.toContain('talk-to-someone');
  });
});
