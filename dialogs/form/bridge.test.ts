import type { Reply } from '../reply';
import type { Scene } from '../scene';
import type { FormStack, StackOutcome } from './bridge';
import { createFormStack } from './bridge';
import type { FormOutcome, FormRunner } from './guided';
import { newFormState } from './state';
import type { FormState } from './types';

const NOW = new Date('2026-11-18T09:00:00Z');
const scene = { turn: { id: 't1', text: 'x', now: NOW } } as Scene;
const reply = (text: string): Reply => ({ kind: 'text', text, choices: [], meta: { decision: 'answer' } });
const said = (outcome: StackOutcome): readonly string[] =>
  'replies' in outcome ? outcome.replies.map((one) => (one.kind === 'text' ? one.text : one.kind)) : [];

/** A form that does what the script says at each step, and remembers how often it was heard. */
function scripted(id: string, script: (state: FormState) => FormOutcome): FormRunner {
  const stateOf = (stored: unknown): FormState => stored as FormState;
  const waiting = (state: FormState, text: string): FormOutcome => ({
    kind: 'waiting',
    state,
    replies: [reply(text)],
  });
  return {
    id,
    title: () => id,
    begin: async (start) =>
      waiting({ ...newFormState({ id, version: 1 }, { now: NOW }), seed: start.seed ?? {} }, `${id}?`),
    hear: async (stored) => script({ ...stateOf(stored), misses: stateOf(stored).misses + 1 }),
    askAgain: async (stored) => waiting(stateOf(stored), `${id} again?`),
    miss: async (stored) => waiting(stateOf(stored), `${id} missed`),
  };
}

const done = (text: string): FormOutcome => ({ kind: 'done', replies: [reply(text)], reference: 'R-1' });

async function open(forms: FormStack, id: string) {
  const outcome = await forms.begin(id, { seed: { topic: 'x' } }, scene);
  if (outcome.kind !== 'waiting') throw new Error(outcome.kind);
  return outcome.stack;
}

test('a form keeps its state on the stack, as JSON, and ends with its reference', async () => {
  const forms = createFormStack([
    scripted('one', (state) =>
      state.misses < 2 ? { kind: 'waiting', state, replies: [reply('more?')] } : done('bye'),
    ),
  ]);
  const stack = JSON.parse(JSON.stringify(await open(forms, 'one'))) as Awaited<ReturnType<typeof open>>;
  const second = await forms.hear(stack, scene);
  expect(said(second)).toEqual(['more?']);
  const last = second.kind === 'waiting' ? await forms.hear(second.stack, scene) : second;
  expect(last).toMatchObject({ kind: 'done', form: 'one', reference: 'R-1' });
});

test('a form can call another one, and goes on where it stood with everything kept', async () => {
  const forms = createFormStack([
    scripted('outer', (state) => ({
      kind: 'call',
      state: { ...state, values: { kept: true } },
      form: 'inner',
      start: {},
      replies: [reply('first this')],
    })),
    scripted('inner', () => done('inner done')),
  ]);
  const called = await forms.hear(await open(forms, 'outer'), scene);
  expect(said(called)).toEqual(['first this', 'inner?']);
  expect(called.kind === 'waiting' && called.stack.map(({ id }) => id)).toEqual(['outer', 'inner']);
  const back = called.kind === 'waiting' ? await forms.hear(called.stack, scene) : called;
  expect(said(back)).toEqual(['inner done', 'outer again?']);
  expect(back).toMatchObject({
    kind: 'waiting',
    stack: [{ id: 'outer', state: { form: { values: { kept: true } } } }],
  });
});

test('cancelling gives the stack back as it was, so that it can be taken up again', async () => {
  const forms = createFormStack([
    scripted('one', (state) => ({ kind: 'cancelled', state, title: 'One', worthKeeping: true })),
  ]);
  const left = await forms.hear(await open(forms, 'one'), scene);
  expect(left).toMatchObject({ kind: 'left', by: 'cancel', stack: [{ id: 'one' }] });
  const again = left.kind === 'left' ? await forms.askAgain(left.stack, scene) : left;
  expect(said(again)).toEqual(['one again?']);
});

test('leaving a form that another one called keeps both, with what is to be said of it', async () => {
  const forms = createFormStack([
    scripted('outer', (state) => ({ kind: 'call', state, form: 'inner', start: {}, replies: [] })),
    scripted('inner', (state) => ({
      kind: 'cancelled',
      state,
      title: 'Inner',
      worthKeeping: false,
      text: 'kept as a draft',
    })),
  ]);
  const called = await forms.hear(await open(forms, 'outer'), scene);
  const left = called.kind === 'waiting' ? await forms.hear(called.stack, scene) : called;
  expect(left).toMatchObject({
    kind: 'left',
    worthKeeping: true,
    text: 'kept as a draft',
    stack: [{ id: 'outer' }, { id: 'inner' }],
  });
});

test('a dialog that a deploy took away is dropped without a throw', async () => {
  const forms = createFormStack([scripted('one', () => done('bye'))]);
  const stack = [{ id: 'gone', state: {} }, ...(await open(forms, 'one'))];
  expect(await forms.hear(stack, scene)).toMatchObject({ kind: 'done', form: 'one' });
  expect(await forms.hear([{ id: 'gone', state: {} }], scene)).toMatchObject({ kind: 'waiting', stack: [] });
  expect(forms.titleOf([{ id: 'gone', state: {} }], scene)).toBeNull();
});

test('an error comes out as it was thrown, without the dialog state', async () => {
  const fault = new Error('database gone');
  const forms = createFormStack([
    scripted('one', () => {
      throw fault;
    }),
  ]);
  await expect(forms.hear(await open(forms, 'one'), scene)).rejects.toBe(fault);
});
