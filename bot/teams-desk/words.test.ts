import fc from 'fast-check';
import { DEFAULT_DESKS } from '../../data/desks/defaults';
import type { PlacedEvent } from '../../data/teams/cards';
import { en } from '../../dialogs/messages.en';
import { fr } from '../../dialogs/messages.fr';
import { ticketCard, type CardView } from './card';
import { readCommand } from './command';
import { linesOf } from './lines';
import { ticketLink } from './links';
import { masked, oneLine } from './masked';
import { readerOf } from './reader';

const NOW = new Date('2026-11-18T09:42:00Z');
const CATEGORIES = ['payment', 'coupon', 'student-absent'];

describe('a command for the channel', () => {
  const read = (text: string) => readCommand(text, DEFAULT_DESKS, () => CATEGORIES);

  test.each([
    ['lie ce canal au bureau abc', 'abc', 'all'],
    ['Relie ce canal au bureau ABC.', 'abc', 'all'],
    ['lier le canal au guichet oc-mentor', 'oc-mentor', 'all'],
    ['link this channel to the desk oc-coach', 'oc-coach', 'all'],
    ['lie ce canal au bureau abc catégorie paiement', 'abc', 'payment'],
    ['lie ce canal au bureau abc, categorie Payment', 'abc', 'payment'],
    ['link this channel to Intervenants ABC, category absent student', 'abc', 'student-absent'],
    ["lie ce canal au bureau abc, catégorie absence d'un étudiant", 'abc', 'student-absent'],
  ])('%s', (text, desk, category) => {
    expect(read(text)).toEqual({
      kind: 'link',
      desk,
      category: category === 'all' ? { kind: 'all' } : { kind: 'known', id: category },
    });
  });

  test.each([
    ['lie ce canal', 'choose'],
    ['link this channel please', 'choose'],
    ['délie ce canal', 'unlink'],
    ['Unlink this channel', 'unlink'],
    ['canal', 'show'],
    ['ce canal ?', 'show'],
  ])('%s: %s', (text, kind) => {
    expect(read(text)).toEqual({ kind });
  });

  it('with a category that is none names the word', () => {
    expect(read('lie ce canal au bureau abc catégorie soucoupes')).toMatchObject({
      category: { kind: 'unknown', word: 'soucoupes' },
    });
  });

  test.each([
    'comment relier mon compte ?',
    'le canal de paiement est bloqué',
    'bonjour',
    '',
    'lie mon compte au bureau abc',
    'délier mon compte',
    'pourquoi lier ce canal ?',
  ])('"%s" is none', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('what stands where a whole team reads along', () => {
  test.each([
    ['FR76 3000 6000 0112 3456 7890 189', /3000/],
    ['écrivez à camille.durand@example.org', /camille|example/],
    ['appelez le 06 12 34 56 78', /06 12/],
    ['appelez le 0612345678.', /0612345678/],
    ['+33 6 12 34 56 78', /12 34/],
    ['+262 692 12 34 56', /692/],
    ['01.23.45.67.89', /23/],
  ])('%s is masked', (text, secret) => {
    expect(masked(text, fr)).not.toMatch(secret);
    expect(masked(text, fr)).toMatch(/\[.*masqué.*\]/);
  });

  test.each([
    'Demande G-2611-0042 du 18/11/2026',
    'Cours du 12 au 14 novembre, 3 h 30',
    'facture 2026-1042, 1 240,50 €',
  ])('%s stays', (text) => {
    expect(masked(text, fr)).toBe(text);
  });

  it('is one line, never longer than asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 50 }), (text, length) => {
        const line = oneLine(text, length);
        expect(line.length).toBeLessThanOrEqual(length);
        expect(line).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('lines of a thread', () => {
  const NAMES = new Map([
    ['n', 'Nadia'],
    ['p', 'Pierre'],
  ]);
  const happened = (
    kind: PlacedEvent['kind'],
    detail: PlacedEvent['detail'] = {},
    actor: Partial<PlacedEvent> = {},
  ): PlacedEvent => ({
    id: kind,
    position: 1,
    kind,
    actorKind: 'advisor',
    actorId: 'n',
    detail,
    at: NOW,
    ...actor,
  });
  const said = (...events: readonly PlacedEvent[]): readonly string[] =>
    linesOf(events, NAMES, readerOf('fr', 'Europe/Paris', NOW)).map(({ line }) => line);
  const moved = (from: string, to: string) => happened('status-changed', { from, to });

  test.each<[string, readonly PlacedEvent[], readonly string[]]>([
    ['claim', [happened('assigned', { to: 'n' }), moved('new', 'open')], ['Nadia a pris la demande.']],
    ['give', [happened('assigned', { to: 'p' })], ['Nadia a attribué la demande à Pierre.']],
    [
      'give back',
      [happened('assigned', { to: null })],
      ['Nadia a rendu la demande : plus personne ne la suit.'],
    ],
    ['reply', [happened('replied'), moved('open', 'waiting')], ['Nadia a répondu.']],
    ['solve', [moved('open', 'solved')], ['Nadia a résolu la demande.']],
    ['reopen', [moved('solved', 'open')], ['Nadia a rouvert la demande.']],
    ['close', [moved('open', 'closed')], ["Nadia a changé l'état de la demande : Close."]],
    [
      'merge',
      [happened('merged', { into: 'G-2611-0001' })],
      ['Nadia a fusionné la demande avec G-2611-0001.'],
    ],
    [
      'by the house',
      [happened('assigned', { to: 'p' }, { actorKind: 'assistant', actorId: null })],
      ['Guichet a attribué la demande à Pierre.'],
    ],
    [
      'by the requester, unnamed',
      [
        happened('requester-wrote', { messageId: 'm' }, { actorKind: 'requester', actorId: 'x' }),
        happened('status-changed', { from: 'waiting', to: 'open' }, { actorKind: 'requester', actorId: 'x' }),
      ],
      ['La personne a écrit.'],
    ],
    ['by somebody who left', [happened('replied', {}, { actorId: 'gone' })], ['Quelqu’un a répondu.']],
    ['nothing to tell', [happened('filed'), happened('linked')], []],
  ])('%s', (_what, events, lines) => {
    expect(said(...events)).toEqual(lines);
  });
});

describe('links', () => {
  it('open the queue’s tab on the ticket, the browser where there is no app', () => {
    const publicUrl = 'https://guichet.example.org';
    const appId = '11111111-2222-3333-4444-555555555555';
    const link = new URL(ticketLink('G-2611-0042', { appId, publicUrl }));
    expect(link.origin + link.pathname).toBe(`https://teams.microsoft.com/l/entity/${appId}/queue`);
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
      subPageId: 'G-2611-0042',
      subEntityId: 'G-2611-0042',
    });
    expect(link.searchParams.get('webUrl')).toBe(`${publicUrl}/advisor/tickets/G-2611-0042`);
    expect(ticketLink('G-2611-0042', { appId: null, publicUrl })).toBe(
      `${publicUrl}/advisor/tickets/G-2611-0042`,
    );
  });
});

describe('the card', () => {
  const view = (change: { readonly subject?: string } = {}): CardView => ({
    ticket: {
      id: 'a1b2c3d4-0000-4000-8000-000000000000',
      reference: 'G-2611-0042',
      deskId: 'abc',
      category: 'payment',
      subject: 'Toujours pas payée',
      status: 'new',
      priority: 'high',
      assigneeId: null,
      version: 3,
      waitingSince: NOW,
      firstRepliedAt: null,
      clocks: {
        'first-reply': { warnAt: null, dueAt: new Date('2026-11-18T09:00:00Z') },
        resolution: { warnAt: null, dueAt: null },
      },
      ...change,
    },
    deskName: 'Intervenants ABC',
    assigneeName: null,
    position: 9,
  });
  const links = { appId: null, publicUrl: 'http://localhost:3978' };
  const drawn = (locale: 'fr' | 'en', change: { readonly subject?: string } = {}): string =>
    JSON.stringify(ticketCard(view(change), readerOf(locale, 'Europe/Paris', NOW), links)).replace(
      /\u00a0/g,
      ' ',
    );

  it('says what the desk must know, in the channel’s language', () => {
    for (const said of [
      'G-2611-0042 · Nouvelle',
      'Intervenants ABC',
      'Paiement',
      'Haute',
      'Personne',
      'mercredi 18 novembre à 10 h 42',
      '(délai dépassé)',
    ])
      expect(drawn('fr')).toContain(said);
    for (const said of [en.teamsDesk.button.claim, 'Wednesday 18 November at 10:42', 'High'])
      expect(drawn('en')).toContain(said);
  });

  it('is never too large for Teams, and never holds what a person typed in full', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000 }), (subject) => {
        expect(Buffer.byteLength(drawn('fr', { subject }))).toBeLessThan(28 * 1024);
      }),
    );
  });
});
