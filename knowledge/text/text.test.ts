import * as fc from 'fast-check';
import { REAL } from '../testing/fixture';
import { clausesOf } from './clauses';
import { readDictionaries } from './dictionaries';
import { fold } from './fold';
import { languageOf } from './language';
import { Spelling } from './spelling';
import { stem } from './stem';
import { wordsOf } from './words';

const { abbreviations, lexicon } = readDictionaries(`${REAL}/text`);
const words = (text: string): string => wordsOf(text, abbreviations).join(' ');

describe('words', () => {
  test.each([
    ["J'ai pas reçu l'IBAN", 'j ai pas reçu l iban'],
    ['J’ai pas reçu', 'j ai pas reçu'],
    ['jpp du rdv', 'je n en peux plus du rendez vous'],
    ['tjs rien svp', 'toujours rien s il vous plaît'],
    ['coment faire', 'comment faire'],
    ['liban', 'l iban'],
    ["aujourd'hui c'est bon", 'aujourdhui c est bon'],
    ["I don't know, I can't", 'i do not know i can not'],
    ['merciiiiii', 'merci'],
    ['voir https://example.org/x?y=1 ok', 'voir lien ok'],
    ['lea@example.org', 'email'],
    ['', ''],
  ])('"%s" -> "%s"', (text, expected) => expect(words(text)).toBe(expected));

  test('a long text is cut in the middle, its beginning and end kept', () => {
    const long = Array.from({ length: 2000 }, (_, index) => `w${index}x`).join(' ');
    const kept = wordsOf(long, abbreviations);
    expect(kept).toHaveLength(300);
    expect([kept[0], kept[299]]).toEqual(['w0x', 'w1999x']);
  });
});

describe('stems', () => {
  test.each([
    ['payées', 'payee'],
    ['réglé', 'regle'],
    ['étudiantes', 'etudiante'],
    ['coupons', 'coupon'],
  ])('%s and %s share theirs', (a, b) => expect(stem(a, 'fr')).toBe(stem(b, 'fr')));

  test('no word has an empty stem', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (text, language) => {
          for (const word of wordsOf(text, abbreviations)) expect(stem(word, language)).not.toBe('');
        },
      ),
    );
  });

  test('folding takes accents and ligatures off', () => expect(fold('Cœur ÉLÈVE ñ')).toBe('coeur eleve n'));
});

describe('language', () => {
  const of = (text: string): string => languageOf(wordsOf(text, abbreviations));
  test.each([
    'Where is my invoice?',
    'I have not been paid',
    'How do I enter a coupon?',
    'student absent twice, what should I do',
    'thanks',
    'Hello',
    'reset password please',
    'my payment is late',
  ])('English: %s', (text) => expect(of(text)).toBe('en'));
  test.each([
    'Où est ma facture ?',
    'jai pa recu',
    'coment saisir un coupon',
    'Bonjour',
    'merci',
    'rdv svp',
    'Léa ?',
    '',
    '42',
    'mon etudiant est absent',
    'iban',
  ])('French: %s', (text) => expect(of(text)).toBe('fr'));
});

describe('spelling', () => {
  const spelling = new Spelling([
    ['facture', 30],
    ['étudiant', 40],
    ['payé', 50],
    ['paye', 2],
    ['pris', 30],
  ]);
  test.each([
    ['factrue', 'facture'],
    ['facure', 'facture'],
    ['etudiamt', 'étudiant'],
    ['facture', 'facture'],
    ['gris', 'gris'],
    ['zebulon', 'zebulon'],
    ['14h30', '14h30'],
  ])('%s is read as %s', (word, expected) => expect(spelling.correct(word)).toBe(expected));
});

describe('clauses', () => {
  const parts = (text: string): readonly string[] =>
    clausesOf(text).map(({ from, to }) => text.slice(from, to).trim());
  test.each([
    ['Mon étudiant est absent. Et comment saisir un coupon ?', 2],
    ['je veux une pause et aussi changer mon iban', 2],
    ['je veux une pause puis changer mon iban', 2],
    ['I was not paid, and also how do I change my bank?', 2],
    ['Comment saisir un coupon ?', 1],
    ['Bonjour, merci', 1],
    ['Bonjour, je suis mentor depuis trois ans, comment devenir évaluateur ?', 1],
    ['jsuis coach et je veux une pause', 1],
    ["I'm a new mentor, when will I get paid?", 1],
    ['Je suis absent demain et comment changer mon iban ?', 2],
    ['', 1],
  ])('"%s" has %d', (text, count) => expect(parts(text)).toHaveLength(count));

  test('words that announce another request are noted, and a question before it', () => {
    const second = (text: string) => {
      const { announced, afterQuestion } = clausesOf(text)[1] ?? {};
      return { announced, afterQuestion };
    };
    expect(second('Il est absent depuis lundi. Je veux une pause')).toEqual({
      announced: false,
      afterQuestion: false,
    });
    expect(second('Je veux une pause. Sinon, comment changer mon iban')).toMatchObject({ announced: true });
    expect(second('je veux une pause et aussi changer mon iban')).toMatchObject({ announced: true });
    expect(second('je veux une pause et changer mon iban')).toMatchObject({ announced: false });
    expect(second('Où est ma facture ? Je veux une pause')).toMatchObject({ afterQuestion: true });
  });

  test('they lie side by side and cover a short message', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const clauses = clausesOf(text);
        expect(clauses[0]?.from).toBe(0);
        expect(clauses[clauses.length - 1]?.to).toBe(text.length);
        clauses.slice(1).forEach((clause, index) => expect(clause.from).toBe(clauses[index]?.to));
      }),
    );
  });
});

describe('the lexicon', () => {
  test('puts words of one meaning together across languages', () => {
    const concepts = (word: string, language: 'fr' | 'en') =>
      lexicon.ofStem[language].get(stem(word, language)) ?? [];
    const shared = (a: readonly number[], b: readonly number[]) => a.some((each) => b.includes(each));
    expect(shared(concepts('salaire', 'fr'), concepts('wages', 'en'))).toBe(true);
    expect(shared(concepts('facture', 'fr'), concepts('invoice', 'en'))).toBe(true);
    expect(shared(concepts('coupon', 'fr'), concepts('invoice', 'en'))).toBe(false);
  });
});
