import { cardActionMiddleware } from './card-action';
import { answererAfter, isSaidToHer, toShown, type Activity } from './incoming';
import { words } from './words';

const CARD = 'application/vnd.microsoft.card.adaptive';
const bot = { id: 'guichet', role: 'bot' };

test('a card is shown without the text that repeats it', () => {
  const activity: Activity = {
    type: 'message',
    from: bot,
    text: 'the same',
    attachments: [{ contentType: CARD }],
  };
  expect(toShown(activity, words.fr)).toEqual({
    type: 'message',
    from: bot,
    attachments: [{ contentType: CARD }],
  });
});

test('French punctuation stays with its word, in sentences and in what cards show', () => {
  const shown = toShown({ type: 'message', from: bot, text: 'Reste :\n- Léa : 7\n« ça va » ?' }, words.fr);
  expect(shown.text).toBe('Reste\u00a0:\n•\u00a0Léa\u00a0: 7\n«\u00a0ça va\u00a0»\u00a0?');
  const content = {
    body: [{ type: 'TextRun', text: 'Quel jour ?' }],
    actions: [{ title: 'Lequel ?', data: { label: 'Lequel ?', text: 'Lequel ?' } }],
  };
  expect(
    toShown({ type: 'message', from: bot, attachments: [{ contentType: CARD, content }] }, words.fr),
  ).toEqual(
    expect.objectContaining({
      attachments: [
        {
          contentType: CARD,
          content: {
            body: [{ type: 'TextRun', text: 'Quel jour\u00a0?' }],
            actions: [{ title: 'Lequel\u00a0?', data: { label: 'Lequel ?', text: 'Lequel ?' } }],
          },
        },
      ],
    }),
  );
});

test('an English sentence stays as it is', () => {
  const activity: Activity = { type: 'message', from: bot, text: 'Left : 3 ?' };
  expect(toShown(activity, words.en)).toEqual(activity);
});

test('what an advisor writes stands under her name, letter by letter', () => {
  const activity: Activity = {
    type: 'message',
    from: { id: 'advisor', role: 'bot' },
    text: 'Bonjour **Camille**\n\nC’est fait.',
    channelData: { guichet: { author: 'advisor', authorName: 'Claire Moreau', ticket: 'ABC-1' } },
  };
  const shown = toShown(activity, words.fr);
  expect(shown.text).toBeUndefined();
  expect(shown.channelData).toEqual(activity.channelData);
  const card = JSON.stringify(shown.attachments);
  expect(card).toContain('Claire Moreau');
  expect(card).toContain('"type":"TextRun","text":"Bonjour **Camille**"');
});

test('her own messages are never touched, whatever they carry', () => {
  const activity: Activity = {
    type: 'message',
    from: { id: 'dl_1', role: 'user' },
    text: 'moi',
    channelData: { guichet: { author: 'advisor', authorName: 'Faux' } },
  };
  expect(toShown(activity, words.fr)).toBe(activity);
});

test.each([
  [{ type: 'message', from: bot }, true],
  [{ type: 'typing', from: bot }, false],
  [{ type: 'message', from: { role: 'user' } }, false],
] as const)('%j was said to her: %s', (activity, said) => {
  expect(isSaidToHer(activity)).toBe(said);
});

describe('a pressed card button', () => {
  const press = (cardAction: object): unknown =>
    cardActionMiddleware()(({ cardAction: passed }) => passed)({ cardAction });

  test('is sent as what its label says, with its action', () => {
    const guichet = { type: 'confirm' };
    expect(press({ type: 'postBack', value: { guichet, label: 'Confirmer' } })).toEqual({
      type: 'messageBack',
      text: 'Confirmer',
      displayText: 'Confirmer',
      value: { guichet },
    });
  });

  test.each([
    { type: 'openUrl', value: 'https://example.org' },
    { type: 'postBack', value: { other: 1 } },
    { type: 'postBack', value: null },
    { type: 'messageBack', value: { guichet: {}, label: 'x' } },
  ])('of another kind is left alone: %j', (action) => {
    expect(press(action)).toBe(action);
  });
});

test('who answers is told by the lines between assistant and advisor, and by nothing else', () => {
  const line = (hold?: { change: 'taken' | 'handed-back'; advisorName: string | null }): Activity => ({
    type: 'message',
    from: bot,
    text: 'line',
    channelData: { guichet: { author: 'system', hold } },
  });
  expect(answererAfter(line({ change: 'taken', advisorName: 'Nadia' }))).toBe('Nadia');
  expect(answererAfter(line({ change: 'handed-back', advisorName: 'Nadia' }))).toBeNull();
  expect(answererAfter(line())).toBeUndefined();
  expect(answererAfter({ type: 'message', from: bot })).toBeUndefined();
  expect(toShown(line(), words.fr)).toMatchObject({ attachments: [{ content: { speak: 'line' } }] });
});
