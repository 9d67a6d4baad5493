import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonValue } from '../../data/conversations/types';
import type { DeskId } from '../../data/desks/types';
import { openTestData } from '../../data/testing';
import { createKnowledge } from '../../knowledge/create';
import type { Knowledge } from '../../knowledge/types';
import { createAssistant } from '../assistant';
import type { Reply } from '../reply';
import type { Action } from '../turn';

/**
 * What holds of every real form, seen from outside: whatever the order in which its questions are answered, the same is read back; and
 * an answer that is changed changes that answer alone.
 */

let knowledge: Knowledge;
beforeAll(() => {
  const root = join(__dirname, '..', '..');
  knowledge = createKnowledge({
    dir: join(root, 'knowledge'),
    cacheDir: join(root, '.cache', 'knowledge-tests'),
  });
}, 60_000);

/** A form as somebody fills it: how it is opened, and two different answers for each of its questions. */
interface Filling {
  readonly name: string;
  readonly desk: DeskId;
  readonly person: string;
  readonly open: readonly (string | Action)[];
  readonly answers: Readonly<Record<string, readonly [first: string, other: string]>>;
}

const onTopic = (topicId: string): Action => ({ type: 'start-form', form: 'ticket', topicId });

const FILLINGS: readonly Filling[] = [
  {
    name: 'coupon',
    desk: 'abc',
    person: 'abc-camille',
    open: [{ type: 'start-form', form: 'coupon' }],
    answers: {
      assignment: ['Léa', 'Hugo'],
      date: ['le 17 novembre', 'le 16 novembre'],
      start: ['14h', '13h30'],
      end: ['16h', '15h30'],
    },
  },
  {
    name: 'appointment',
    desk: 'abc',
    person: 'abc-camille',
    open: [{ type: 'start-form', form: 'appointment' }],
    answers: {
      channel: ['par téléphone', 'par téléphone'],
      phone: ['06 12 34 56 78', '01 98 76 54 32'],
      subject: ['ma paie d’octobre', 'annuler mes cours de mardi'],
      day: ['vendredi 20 novembre à 10h', 'jeudi 19 novembre à 15h'],
    },
  },
  {
    name: 'start report',
    desk: 'abc',
    person: 'abc-ines',
    open: ['faire le bilan de début de Noah'],
    answers: {
      workedOn: ['les verbes irréguliers', 'la conjugaison'],
      level: ['correct', 'fragile'],
      difficulties: ["l'oral", 'le vocabulaire'],
      goals: ['parler dix minutes', 'tenir une conversation'],
      nextSteps: ['un exposé jeudi', 'un dialogue'],
    },
  },
  {
    name: 'transfer of a student',
    desk: 'oc-mentor',
    person: 'mentor-alice',
    open: ['je veux transférer mon étudiant', 'oui, prévenu', onTopic('oc-mentor.transfer')],
    answers: {
      student_name: ['Yanis', 'Maya'],
      transfer_date: ['le 12 décembre', 'le 14 décembre'],
      reason: ['je déménage', 'je change de travail'],
    },
  },
  {
    name: 'absent student',
    desk: 'oc-mentor',
    person: 'mentor-alice',
    open: ['mon étudiant Yanis est encore absent', onTopic('oc-mentor.student-absent')],
    answers: { student_name: ['Yanis', 'Yanis'], path: ['Data analyst', 'Développeur web'] },
  },
  {
    name: 'request of a visitor',
    desk: 'ogestion',
    person: '',
    open: [{ type: 'talk-to-someone' }],
    answers: {
      message: ['je ne trouve plus mes dossiers', 'mon compte est bloqué'],
      contact_name: ['Camille Retour', 'Jean Annuler'],
      contact_reach: ['06 12 34 56 78', 'jean@exemple.fr'],
    },
  },
];

type Facts = readonly (readonly [label: string, value: string])[];

/** One conversation with one form. */
class Talk {
  private state: JsonValue = null;
  private count = 0;
  private replies: readonly Reply[] = [];

  private constructor(
    private readonly filling: Filling,
    private readonly data: Awaited<ReturnType<typeof openTestData>>,
  ) {}

  static async open(filling: Filling): Promise<Talk> {
    const talk = new Talk(filling, await openTestData());
    for (const said of filling.open) await talk.say(said);
    return talk;
  }

  async say(said: string | Action): Promise<void> {
    const { data, filling } = this;
    const person = filling.person === '' ? null : await data.services.people.find(filling.person);
    const turn = {
      id: `t${++this.count}`,
      conversationId: 'c1',
      channel: 'webchat',
      kind: 'message',
      text: typeof said === 'string' ? said : '',
      action: typeof said === 'string' ? null : said,
      attachments: [],
      refusedAttachments: [],
      unreadable: null,
      desk: filling.desk,
      person,
      locale: 'fr',
      now: data.clock.now(),
    } as const;
    const outcome = await createAssistant({ knowledge, services: data.services }).handle(turn, this.state);
    this.state = outcome.state;
    this.replies = outcome.replies;
  }

  /** The question that is open; null at the read-back. */
  get asked(): string | null {
    return this.replies[this.replies.length - 1]?.meta.slot ?? null;
  }

  /** Names the question, whichever is open, and answers it. */
  async answer(slot: string, words: string): Promise<void> {
    if (this.asked !== slot) await this.say({ type: 'correct', slot });
    expect({ slot, asked: this.asked }).toEqual({ slot, asked: slot });
    await this.say(words);
  }

  /** Answers every question in an order of one's own, also what the records would have told. */
  async fill(order: readonly string[], answers: Filling['answers']): Promise<Facts> {
    for (const slot of order) await this.answer(slot, answers[slot]?.[0] ?? '');
    return this.finish(answers);
  }

  /** Answers what is still asked with the first answers; what is optional and not known here is left out. */
  async finish(answers: Filling['answers']): Promise<Facts> {
    for (let turns = 0; turns < 20 && this.asked !== null; turns += 1) {
      const [first] = answers[this.asked] ?? [];
      await this.say(first ?? (await this.firstChoice()));
    }
    const last = this.replies[this.replies.length - 1];
    if (last?.kind !== 'read-back') throw new Error(`no read-back: ${JSON.stringify(last)}`);
    return last.facts.map(({ label, value }) => [label, value] as const);
  }

  private async firstChoice(): Promise<string | Action> {
    const choices = this.replies.flatMap(({ choices: offered }) => [...offered]);
    return choices.find(({ action }) => action.type === 'choose')?.action ?? 'passer';
  }

  close(): Promise<void> {
    return this.data.close();
  }
}

async function withTalk<T>(filling: Filling, work: (talk: Talk) => Promise<T>): Promise<T> {
  const talk = await Talk.open(filling);
  try {
    return await work(talk);
  } finally {
    await talk.close();
  }
}

describe.each(FILLINGS.map((filling) => [filling.name, filling] as const))('%s', (_name, filling) => {
  const slots = Object.keys(filling.answers);
  let straight: Facts;
  beforeAll(async () => {
    straight = await withTalk(filling, (talk) => talk.fill(slots, filling.answers));
  }, 30_000);

  test('whatever the order of the answers, the same is read back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(slots, { minLength: slots.length }), async (order) => {
        const facts = await withTalk(filling, (talk) => talk.fill(order, filling.answers));
        expect(facts).toEqual(straight);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  test('a correction changes what is corrected and loses nothing else', async () => {
    const corrections = fc.array(fc.record({ slot: fc.constantFrom(...slots), other: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(corrections, async (changes) => {
        const wanted = new Map(slots.map((slot) => [slot, filling.answers[slot]?.[0] ?? '']));
        const corrected = await withTalk(filling, async (talk) => {
          await talk.fill(slots, filling.answers);
          for (const { slot, other } of changes) {
            const words = filling.answers[slot]?.[other ? 1 : 0] ?? '';
            wanted.set(slot, words);
            await talk.answer(slot, words);
          }
          return talk.finish(filling.answers);
        });
        const answers = Object.fromEntries(
          [...wanted].map(([slot, words]) => [slot, [words, words] as const]),
        );
        const afresh = await withTalk(filling, (talk) => talk.fill(slots, answers));
        expect(corrected).toEqual(afresh);
      }),
      { numRuns: 6 },
    );
  }, 90_000);
});

test('a lesson said in pieces, in any order, is the same lesson', async () => {
  const pieces = ['avec Léa', 'le 17 novembre', 'commencé à 14h', 'fini à 16h'];
  const [coupon] = FILLINGS;
  if (coupon === undefined) throw new Error('no form');
  const straight = await withTalk(coupon, (talk) => talk.finish(coupon.answers));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(pieces, { minLength: pieces.length }), async (order) => {
      const facts = await withTalk(coupon, async (talk) => {
        for (const piece of order) await talk.say(piece);
        return talk.finish({});
      });
      expect(facts).toEqual(straight);
    }),
    { numRuns: 12 },
  );
}, 60_000);
