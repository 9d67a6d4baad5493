import type { ChannelKind } from '../../data/conversations/types';
import type { Choice, Reply } from '../../dialogs/reply';
import type { Action } from '../../dialogs/turn';
import { readAction } from './action';
import { faultsOf } from './cards/testing/card-faults';
import {
  answer,
  day,
  helped,
  HOSTILE,
  human,
  pick,
  question,
  readBack,
  receipt,
  replies,
  sentence,
  slots,
} from './cards/testing/samples';
import { renderReply, type RenderedReply } from './render';

const CARD = 'application/vnd.microsoft.card.adaptive';
const channels: readonly ChannelKind[] = ['webchat', 'teams', 'other'];
const everywhere = Object.entries(replies).flatMap(([name, reply]) =>
  channels.flatMap((channel) => (['fr', 'en'] as const).map((locale) => ({ name, reply, channel, locale }))),
);

type Json = Readonly<Record<string, unknown>>;
const cardOf = ({ payload }: RenderedReply): Json | null => {
  const [attachment] = (payload.attachments ?? []) as unknown as { contentType: string; content: Json }[];
  return attachment?.contentType === CARD ? attachment.content : null;
};
/** Every object of a card with a certain type, in reading order. */
const elements = (node: unknown, type: string): Json[] => {
  if (Array.isArray(node)) return node.flatMap((item) => elements(item, type));
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as Json).type === type ? [node as Json] : [];
  return [...own, ...Object.values(node).flatMap((value) => elements(value, type))];
};
const words = (card: Json | null): string[] => elements(card, 'TextRun').map((run) => String(run.text));
const buttonsOf = (card: Json | null): Json[] => elements(card, 'Action.Submit');
const suggestionsOf = ({ payload }: RenderedReply): Json[] =>
  ((payload.suggestedActions as unknown as { actions: Json[] } | undefined)?.actions ?? []) as Json[];
const render = (reply: Reply, channel: ChannelKind, locale: 'fr' | 'en' = 'fr'): RenderedReply =>
  renderReply(reply, { channel, locale });

describe.each(everywhere)('$name on $channel in $locale', ({ reply, channel, locale }) => {
  const rendered = renderReply(reply, { channel, locale });

  test('is a message that carries what it decided, in its language', () => {
    expect(rendered.payload).toMatchObject({
      type: 'message',
      locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
      channelData: { guichet: JSON.parse(JSON.stringify(reply.meta)) as object },
    });
  });

  test('can be chosen from wherever the channel has buttons, and says each choice in its plain text', () => {
    for (const { label } of reply.choices) expect(rendered.text).toContain(label);
    const pressed = [...buttonsOf(cardOf(rendered)), ...suggestionsOf(rendered)].length;
    expect(pressed).toBe(channel === 'other' ? 0 : reply.choices.length);
  });

  test('any button comes back as the action that it stands for', () => {
    const actions = reply.choices.map(({ action }): Action => action);
    for (const { data } of buttonsOf(cardOf(rendered))) expect(actions).toContainEqual(readAction(data));
    for (const suggestion of suggestionsOf(rendered)) {
      if (suggestion.type === 'messageBack') expect(actions).toContainEqual(readAction(suggestion.value));
      else expect(reply.choices.map(({ label }) => label)).toContain(suggestion.value);
    }
  });

  test('a card is a valid Adaptive Card under 28 KB', () => {
    const card = cardOf(rendered);
    if (card === null) return expect(channel === 'other' || reply.kind === 'text').toBe(true);
    expect(card === null ? ['no card'] : faultsOf(card)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
    return expect(card).toMatchObject({ version: '1.5', speak: expect.stringMatching(/\S/) });
  });

  test('nothing that somebody typed stands where Markdown is read', () => {
    const read = elements(cardOf(rendered), 'TextBlock').map((block) => String(block.text));
    expect(read.join('\n')).not.toContain('evil.example');
    if (rendered.payload.text !== undefined) expect(rendered.payload.textFormat).toBe('plain');
  });
});

describe('the web chat', () => {
  test('offers a sentence’s choices beside the message field, as what she will be seen to say', () => {
    expect(suggestionsOf(render(replies['sentence with choices'] as Reply, 'webchat'))[0]).toEqual({
      type: 'messageBack',
      title: 'Le paiement',
      text: 'Le paiement',
      displayText: 'Le paiement',
      value: { guichet: { type: 'choose', value: 'Le paiement' } },
    });
  });

  test('shows the words of a card to clients that have none', () => {
    expect(render(answer, 'webchat').payload.text).toContain('Écrivez-nous à partir du lundi 7 décembre');
  });

  test('a card button carries its label, without anything of Teams', () => {
    expect(buttonsOf(cardOf(render(readBack, 'webchat')))[0]).toEqual({
      type: 'Action.Submit',
      title: 'Confirmer',
      style: 'positive',
      data: { guichet: { type: 'confirm' }, label: 'Confirmer' },
    });
  });
});

describe('Teams', () => {
  test('gets at most three suggestions, as imBack; where there are more, a card has them all', () => {
    const three = render(sentence(['A', 'B', 'C'].map((label) => pick(label))), 'teams');
    expect(suggestionsOf(three).map(({ type, value }) => [type, value])).toEqual([
      ['imBack', 'A'],
      ['imBack', 'B'],
      ['imBack', 'C'],
    ]);
    const four = render(sentence(['A', 'B', 'C', 'D'].map((label) => pick(label))), 'teams');
    expect(suggestionsOf(four).map(({ value }) => value)).toEqual(['A', 'B', 'C']);
    expect(buttonsOf(cardOf(four)).map(({ title }) => title)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('never gets a text beside a card: it would be split in two messages', () => {
    for (const reply of Object.values(replies)) {
      const { payload } = render(reply, 'teams');
      expect(payload.text === undefined || payload.attachments === undefined).toBe(true);
    }
  });

  test('a pressed button is posted with its label', () => {
    const [confirm] = buttonsOf(cardOf(render(readBack, 'teams')));
    expect(confirm).toHaveProperty('data.msteams', {
      type: 'messageBack',
      displayText: 'Confirmer',
      text: 'Confirmer',
      value: { guichet: { type: 'confirm' } },
    });
  });

  test('a message of 4,000 characters in every fact still fits in 28 KB, its buttons whole', () => {
    const facts = Array.from({ length: 8 }, (_, index) => ({
      label: `Fait ${index}`,
      value: 'é'.repeat(4_000),
    }));
    for (const channel of channels) {
      const rendered = render({ ...readBack, facts }, channel);
      expect(Buffer.byteLength(JSON.stringify(rendered.payload))).toBeLessThan(28 * 1024);
      expect(buttonsOf(cardOf(rendered))).toHaveLength(channel === 'other' ? 0 : 3);
    }
  });
});

describe('a channel without cards', () => {
  test('reads an answer as text: title, answer, steps, date, choices', () => {
    expect(render(answer, 'other').payload.text).toBe(
      [
        'Paiement en retard',
        'Attendez encore un peu.\n\nVoir le portail (https://portail.example).',
        '1. Ouvrez Mes coupons.\n2. Vérifiez le mois.',
        'Écrivez-nous à partir du lundi 7 décembre',
        "Choix : Ça m'a aidé · Pas vraiment · Parler à quelqu'un",
      ].join('\n\n'),
    );
  });

  test('reads a receipt with its reference', () => {
    expect(render(receipt, 'other', 'en').text).toMatch(/^Demande envoyée: ABC-2026-0042\n/);
  });
});

describe('cards', () => {
  test('an answer: Markdown of the article, numbered steps, the date, remarks at the foot', () => {
    const card = cardOf(render(answer, 'webchat'));
    expect(elements(card, 'TextBlock').map(({ text }) => text)).toEqual([
      'Paiement en retard',
      '**Attendez encore un peu.**\n\nVoir [le portail](https://portail.example).',
      '1. Ouvrez **Mes coupons**.\n2. Vérifiez le mois.',
    ]);
    expect(words(card)).toEqual(['Écrivez-nous à partir du', 'lundi 7 décembre']);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      "Ça m'a aidé",
      'Pas vraiment',
      "Parler à quelqu'un",
    ]);
  });

  test('what can be done stands before what can be said of the answer', () => {
    const start: Choice = {
      label: 'Créer une demande',
      action: { type: 'start-form', form: 'ticket' },
      primary: true,
    };
    const card = cardOf(render({ ...answer, choices: [helped(true), start, human] }, 'webchat'));
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'Créer une demande',
      "Ça m'a aidé",
      "Parler à quelqu'un",
    ]);
  });

  test('a question says how far the form is', () => {
    expect(words(cardOf(render(question, 'webchat')))).toEqual(['2 sur 4', 'Pour quel élève ?']);
    expect(words(cardOf(render(question, 'teams', 'en')))).toContain('2 of 4');
  });

  test('slots are days across and times down; other choices stay below', () => {
    const card = cardOf(render(slots, 'webchat'));
    expect(words(card).slice(-2)).toEqual(['jeudi 26 novembre', 'lundi 30 novembre']);
    expect(buttonsOf(card).map(({ title, tooltip }) => [title, tooltip])).toEqual([
      ['9 h', 'jeudi 26 novembre à 9 h'],
      ['9 h 30', 'jeudi 26 novembre à 9 h 30'],
      ['14 h', 'lundi 30 novembre à 14 h'],
      ['Un autre jour', undefined],
    ]);
    expect(buttonsOf(card)[0]).toHaveProperty('data.label', 'jeudi 26 novembre à 9 h');
  });

  test('the slots of a single day are a grid of three columns under its name', () => {
    const clocks = ['9 h', '9 h 30', '10 h', '10 h 30'];
    const choices = clocks.map((clock, index) =>
      day(`jeudi 26 novembre à ${clock}`, `2026-11-26T0${index}:00:00+01:00`),
    );
    const card = cardOf(render({ ...slots, choices }, 'teams'));
    expect(words(card).slice(-1)).toEqual(['jeudi 26 novembre']);
    expect(elements(card, 'ColumnSet').map(({ columns }) => (columns as unknown[]).length)).toEqual([3, 3]);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(clocks);
  });

  test('away from Paris, the picker says whose clock it is, and the button keeps both', () => {
    const label = (clock: string) =>
      `mardi 24 novembre à ${clock}, heure de La Réunion (11 h, heure de Paris)`;
    const choices = [
      day(label('14 h'), '2026-11-24T10:00:00Z'),
      day(label('14 h 30'), '2026-11-24T10:30:00Z'),
    ];
    const card = cardOf(render({ ...slots, choices }, 'webchat'));
    expect(buttonsOf(card).map(({ title, tooltip }) => [title, tooltip])).toEqual([
      ['14 h', label('14 h')],
      ['14 h 30', label('14 h 30')],
    ]);
    expect(words(card)).toContain('heure de La Réunion (14\u00a0h = 11\u00a0h, heure de Paris)');
  });

  test('a receipt is a stub with its reference', () => {
    const card = cardOf(render(receipt, 'webchat'));
    expect(elements(card, 'Container')[0]).toHaveProperty('id', 'stub-ABC-2026-0042');
    expect(words(card)).toEqual([
      'Demande envoyée',
      'ABC-2026-0042',
      'Sujet',
      HOSTILE,
      'La réponse arrivera ici.',
    ]);
  });

  describe('of an appointment', () => {
    const booked = { ...receipt, reference: 'R-2611-0001', calendar: true } as const;
    const calendarLink = (reference: string) => `https://guichet.example/${reference}.ics`;
    const opening = { type: 'Action.OpenUrl', url: 'https://guichet.example/R-2611-0001.ics' };

    test.each([
      ['webchat', 'fr', 'Ajouter à mon agenda'],
      ['teams', 'en', 'Add to my calendar'],
    ] as const)('offers it for her calendar (%s, %s)', (channel, locale, title) => {
      const card = cardOf(renderReply(booked, { channel, locale, calendarLink }));
      expect(elements(card, 'Action.OpenUrl')).toEqual([{ ...opening, title }]);
      expect(faultsOf(card ?? {})).toEqual([]);
    });

    test('offers nothing where there is no address, nor on any other receipt', () => {
      expect(elements(cardOf(render(booked, 'webchat')), 'Action.OpenUrl')).toEqual([]);
      const other = renderReply(receipt, { channel: 'webchat', locale: 'fr', calendarLink });
      expect(elements(cardOf(other), 'Action.OpenUrl')).toEqual([]);
    });
  });
});
