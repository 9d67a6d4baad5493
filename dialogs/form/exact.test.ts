import type { ExactIntent } from './exact';
import { isThanksEmoji } from '../text/emoji';
import { asksForPerson, exactIntent, stripCorrection } from './exact';

describe('what a whole message orders', () => {
  test.each<[string, ExactIntent]>([
    ['annuler', 'cancel'],
    ['Annule svp', 'cancel'],
    ['laisse tomber', 'cancel'],
    ['Stop.', 'cancel'],
    ['forget it', 'cancel'],
    ['retour', 'back'],
    ['Revenir en arrière', 'back'],
    ['recommencer', 'restart'],
    ["Je veux parler à quelqu'un", 'human'],
    ['je voudrais parler à un conseiller svp', 'human'],
    ['Parler à ma conseillère', 'human'],
    ['can I talk to someone', 'human'],
    ['reprendre', 'resume'],
    ['non attends, reprends', 'resume'],
    ['annuler ma demande', 'cancel'],
    ['aide', 'help'],
    ['oui', 'yes'],
    ["C'est bon", 'yes'],
    ['oui, je confirme', 'yes'],
    ['👍', 'yes'],
    ['👍🏽', 'yes'],
    ['non', 'no'],
    ["c'est pas ça", 'no'],
    ['passer', 'skip'],
    ['Je ne sais pas', 'unknown'],
    ['jsp', 'unknown'],
  ])('"%s" orders %s', (text, intent) => {
    expect(exactIntent(text)).toBe(intent);
  });

  test.each([
    'la famille Retour',
    'annuler le cours de jeudi',
    'je voudrais parler de mon contrat',
    "je veux parler à quelqu'un de mon contrat demain",
    'oui mais 15h',
    'non, 15h',
    'le retour en arrière du portail ne marche pas',
    'ok pour jeudi',
    '',
  ])('"%s" orders nothing', (text) => {
    expect(exactIntent(text)).toBeNull();
  });
});

describe('corrections', () => {
  test.each([
    ['non jeudi', 'jeudi'],
    ['non il ne sait pas', 'il ne sait pas'],
  ])('"%s" corrects weakly: it may be an answer of its own', (text, rest) => {
    expect(stripCorrection(text)).toEqual({ correcting: true, rest, weak: true });
  });

  test.each([
    ['non, 15h', '15h'],
    ['Non non 15h', '15h'],
    ['plutôt jeudi', 'jeudi'],
    ["c'est pas Léa c'est Tom", 'Tom'],
    ["ce n'est pas mardi mais jeudi", 'jeudi'],
    ['en fait 16h30', '16h30'],
    ['je me suis trompée, hier', 'hier'],
    ['jeudi plutôt', 'jeudi'],
    ['désolée, non, 15h', '15h'],
  ])('"%s" corrects to "%s"', (text, rest) => {
    expect(stripCorrection(text)).toMatchObject({ correcting: true, rest, weak: false });
  });

  test.each(['hier de 14h à 16h', 'Léa', 'nonante', 'il ne vient plus', ''])(
    '"%s" corrects nothing',
    (text) => {
      expect(stripCorrection(text)).toMatchObject({ correcting: false, rest: text });
    },
  );
});

describe('a person asked for inside a sentence', () => {
  test.each([
    "attends je veux parler à quelqu'un d'abord",
    "j'ai pas de compte je peux parler à quelqu'un",
    'I would rather speak to someone about this',
  ])('asks: %s', (text) => expect(asksForPerson(text)).toBe(true));

  test.each([
    'mon étudiant veut parler de son projet',
    'une personne est venue',
    'ma conseillère a répondu',
    'annuler',
  ])('does not: %s', (text) => expect(asksForPerson(text)).toBe(false));
});

test.each([
  ['🙏', true],
  ['❤️ 🙏', true],
  ['😊', true],
  ['😡', false],
  ['👍', false],
  ['merci 🙏', false],
  ['', false],
])('%s thanks: %s', (text, thanks) => expect(isThanksEmoji(text)).toBe(thanks));
