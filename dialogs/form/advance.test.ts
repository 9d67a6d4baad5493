import fc from 'fast-check';
import { advance, missed } from './advance';
import { newFormState } from './state';
import type { FormEnv, FormSpec, FormState, Step } from './types';
import { invalid, valid } from './types';

const NOW = new Date('2026-11-18T09:00:00Z');

const env: FormEnv = {
  now: NOW,
  zone: 'Europe/Paris',
  readTimes: (text) => ({
    text,
    start: null,
    end: null,
    grain: null,
    alternatives: [],
    also: [],
    durationMinutes: null,
    spans: [],
    unsure: false,
  }),
  matchNames: () => [],
};

const word = (pattern: RegExp) => (heard: { folded: string }) => {
  const found = pattern.exec(heard.folded)?.[1];
  return found === undefined ? null : { value: found };
};

/** A parcel: what, from which town to which other one, how heavy, and what to write on it. */
const PARCEL: FormSpec = {
  id: 'parcel',
  version: 1,
  slots: [
    { name: 'content', parse: word(/\b(book|lamp|Retour|retour)s?\b/i), aliases: ['content'] },
    { name: 'from', parse: word(/\bfrom (\w+)/), aliases: ['origin'] },
    {
      name: 'to',
      parse: word(/\bto (\w+)/),
      aliases: ['destination'],
      validate: (value, values) => (value === values['from'] ? invalid({ code: 'same-town' }) : valid(value)),
    },
    {
      name: 'weight',
      parse: (heard) => {
        const kilos = /\b(\d+) ?kg\b/.exec(heard.folded)?.[1];
        return kilos === undefined ? null : { value: Number(kilos) };
      },
      validate: (value) => (Number(value) > 30 ? invalid({ code: 'too-heavy', limit: 30 }) : valid(value)),
    },
    {
      name: 'insured',
      applies: (values) => values['content'] === 'lamp',
      parse: word(/\b(insured|uninsured)\b/),
    },
    { name: 'note', freeText: true, optional: true },
  ],
};

const start = (values: FormState['values'] = {}): FormState => newFormState(PARCEL, { now: NOW, values });

const say = (state: FormState, text: string): Step => advance(PARCEL, state, { kind: 'text', text }, env);

/** Says several sentences one after the other. */
const sayAll = (state: FormState, texts: readonly string[]): Step =>
  texts.reduce<Step>((step, text) => say(step.state, text), { kind: 'not-understood', state });

describe('filling', () => {
  test('one sentence fills every slot that it offers; the first open one is asked', () => {
    const step = say(start(), 'two books from Lyon, 3 kg');
    expect(step).toMatchObject({
      kind: 'ask',
      slot: 'to',
      state: { values: { content: 'book', from: 'lyon', weight: 3 } },
    });
  });

  test('a slot is asked only where it applies', () => {
    expect(say(start(), 'a lamp from Lyon to Nice 3 kg')).toMatchObject({ kind: 'ask', slot: 'insured' });
    expect(say(start(), 'a book from Lyon to Nice 3 kg')).toMatchObject({ kind: 'ask', slot: 'note' });
  });

  test('an optional slot can be left out', () => {
    const step = sayAll(start(), ['a book from Lyon to Nice 3 kg', 'passer']);
    expect(step).toMatchObject({ kind: 'read-back', state: { skipped: ['note'] } });
  });

  test('values known beforehand are validated too', () => {
    const step = say(start({ weight: 40 }), 'a book from Lyon to Nice');
    expect(step).toMatchObject({
      kind: 'ask',
      slot: 'weight',
      notes: [{ kind: 'refused', slot: 'weight', reason: { code: 'too-heavy', limit: 30 } }],
    });
  });

  test('a refused value asks just its slot again, with the reason', () => {
    const step = say(start(), 'a book from Lyon to Lyon, 3 kg');
    expect(step).toMatchObject({ kind: 'ask', slot: 'to', notes: [{ reason: { code: 'same-town' } }] });
  });

  test('what nobody understands leaves the state as it was', () => {
    const state = say(start(), 'a book').state;
    expect(say(state, 'hmm')).toEqual({ kind: 'not-understood', state });
  });

  test('free text takes her words as they are, also those that look like something else', () => {
    const state = say(start(), 'a book from Lyon to Nice 3 kg').state;
    expect(say(state, 'bring it to Paul, not from Monday on')).toMatchObject({
      kind: 'read-back',
      state: { values: { note: 'bring it to Paul, not from Monday on', to: 'nice', from: 'lyon' } },
    });
  });
});

describe('correcting', () => {
  const full = (): FormState => sayAll(start(), ['a book from Lyon to Nice 3 kg', 'passer']).state;

  test('a correction changes its slot and says so', () => {
    expect(say(full(), 'non, to Lille')).toMatchObject({
      kind: 'read-back',
      state: { values: { to: 'lille' } },
      notes: [{ kind: 'corrected', slots: ['to'] }],
    });
  });

  test('a slot can be named alone, and is asked again with its value kept', () => {
    const step = say(full(), 'the destination');
    expect(step).toMatchObject({ kind: 'ask', slot: 'to', state: { values: { to: 'nice' } } });
    expect(say(step.state, 'to Lille')).toMatchObject({
      kind: 'read-back',
      state: { values: { to: 'lille' } },
    });
  });

  test('a correction taken while free text is asked does not become that text', () => {
    const state = say(start(), 'a book from Lyon to Nice 3 kg').state;
    expect(say(state, 'non, to Lille')).toMatchObject({
      kind: 'ask',
      slot: 'note',
      state: { values: { to: 'lille' } },
    });
  });

  test('what a correction makes invalid is asked again, and is valid again when it is taken back', () => {
    const clash = say(full(), 'non, from Nice');
    expect(clash).toMatchObject({ kind: 'ask', slot: 'to', state: { values: { to: 'nice', from: 'nice' } } });
    expect(say(clash.state, 'non, from Brest')).toMatchObject({
      kind: 'read-back',
      state: { values: { to: 'nice' } },
    });
  });

  test('"non" alone asks what to change', () => {
    expect(say(full(), 'non').kind).toBe('which-slot');
  });
});

describe('moving', () => {
  const asking = (): FormState => sayAll(start(), ['a book', 'from Lyon', 'to Nice']).state;

  test('"retour" goes back one answer at a time and keeps the rest', () => {
    const once = say(asking(), 'retour en arrière');
    expect(once).toMatchObject({ kind: 'ask', slot: 'to', notes: [{ kind: 'went-back' }] });
    const twice = say(once.state, 'précédent');
    expect(twice).toMatchObject({ kind: 'ask', slot: 'from', state: { values: { to: 'nice' } } });
  });

  test('a word that answers the pending question is the answer', () => {
    expect(say(start(), 'retour')).toMatchObject({ kind: 'ask', slot: 'content' });
    const asked = { ...start(), asked: 'content' };
    expect(say(asked, 'Retour')).toMatchObject({
      kind: 'ask',
      slot: 'from',
      state: { values: { content: 'retour' } },
    });
  });

  test('"recommencer" forgets her answers and nothing else', () => {
    const state = { ...asking(), seed: { topic: 'parcels' } };
    expect(say(state, 'recommencer')).toMatchObject({
      kind: 'ask',
      slot: 'content',
      state: { values: {}, seed: { topic: 'parcels' } },
    });
  });

  test('"annuler" leaves the form, a sentence with that word does not', () => {
    expect(say(asking(), 'annuler').kind).toBe('cancelled');
    expect(say(asking(), 'annuler le colis de jeudi').kind).toBe('not-understood');
  });

  test('only the read-back can be confirmed', () => {
    expect(advance(PARCEL, asking(), { kind: 'confirm' }, env)).toMatchObject({
      kind: 'ask',
      slot: 'weight',
    });
    const full = sayAll(asking(), ['3 kg', 'passer']).state;
    expect(say(full, 'oui').kind).toBe('confirmed');
    expect(say(full, 'oui mais to Lille')).toMatchObject({
      kind: 'read-back',
      state: { values: { to: 'lille' } },
    });
  });

  test('an understood message ends a row of misses', () => {
    expect(say(missed(missed(start())), 'a book').state.misses).toBe(0);
  });
});

describe('whatever she says', () => {
  const sentences = ['a lamp', 'from Lyon', 'to Nice', '4 kg', 'insured'] as const;

  test('the order in which the slots are given makes no difference', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...sentences], { minLength: sentences.length }),
        fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }),
        (order, joins) => {
          const messages = order.reduce<string[]>((said, sentence, index) => {
            const last = said[said.length - 1];
            return last !== undefined && joins[index] === 0
              ? [...said.slice(0, -1), `${last} ${sentence}`]
              : [...said, sentence];
          }, []);
          expect(sayAll(start(), messages).state.values).toEqual({
            content: 'lamp',
            from: 'lyon',
            to: 'nice',
            weight: 4,
            insured: 'insured',
          });
        },
      ),
    );
  });

  test('a correction never loses another answer', () => {
    const corrections = fc.constantFrom(
      { slot: 'from', text: 'non, from Brest', value: 'brest' },
      { slot: 'to', text: 'plutôt to Lille', value: 'lille' },
      { slot: 'weight', text: 'en fait 7 kg', value: 7 },
      { slot: 'content', text: 'finalement a book', value: 'book' },
    );
    fc.assert(
      fc.property(fc.array(corrections, { maxLength: 6 }), (made) => {
        const full = sayAll(start(), ['a lamp from Lyon to Nice 4 kg insured', 'passer']);
        let state = full.state;
        for (const { slot, text, value } of made) {
          const after = say(state, text).state;
          const others = Object.entries(state.values).filter(([name]) => name !== slot);
          expect(after.values).toEqual({ ...Object.fromEntries(others), [slot]: value });
          state = after;
        }
      }),
    );
  });

  test('no message throws or changes the seed, and the state stays JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 6 }), (texts) => {
        const { state } = sayAll({ ...start(), seed: { topic: 'x' } }, texts);
        expect(state.seed).toEqual({ topic: 'x' });
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});
