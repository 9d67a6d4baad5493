import { buildLexicon } from '../text/lexicon';
import { Spelling } from '../text/spelling';
import { Analyser } from './analyse';

const LEXICON = 'concept\tfr\ten\nstudent\tétudiante,élève\tstudent\nrefund\tremboursement\trefund\n';
const KNOWN = [
  'mon',
  'étudiante',
  'veut',
  'un',
  'remboursement',
  'madame',
  'karim',
  'the',
  'student',
  'wants',
];
const analyserOf = (wordsAreConcepts: boolean): Analyser =>
  new Analyser(
    { abbreviations: new Map(), lexicon: buildLexicon(LEXICON, new Map()), wordsAreConcepts },
    new Spelling(KNOWN.map((word) => [word, 5])),
  );
const stemsOf = (text: string): readonly string[] => analyserOf(false).analyse(text).stems;

describe('names that no phrase has', () => {
  const bare = stemsOf('mon étudiante veut un remboursement');

  test.each([
    'mon étudiante Rose veut un remboursement',
    'Mon étudiante Oriane veut un remboursement',
    'mon étudiante Éloïse veut un remboursement',
  ])('behind a word for a person they say nothing: %s', (text) => expect(stemsOf(text)).toEqual(bare));

  test('behind a title too', () => expect(stemsOf('madame Lefort veut')).toEqual(stemsOf('madame veut')));

  test('in English too', () =>
    expect(stemsOf('the student Lucy wants the refund')).toEqual(stemsOf('the student wants the refund')));

  test.each([
    ['a name that the phrases know', 'mon étudiante Karim', 3],
    ['a strange capital elsewhere', 'un remboursement Netflix', 3],
    ['a strange word in small letters', 'mon étudiante oriane', 3],
  ])('%s stays', (_what, text, words) => expect(stemsOf(text)).toHaveLength(words));
});

describe('pairs of concepts', () => {
  const pairs = (text: string, wordsAreConcepts: boolean): readonly number[] =>
    analyserOf(wordsAreConcepts).analyse(text).blocks.at(-1) ?? [];

  test('with a lexicon they are of its concepts, in any order', () => {
    expect(pairs('remboursement mon étudiante', false)).toEqual(pairs('élève un remboursement', false));
    expect(pairs('remboursement mon étudiante', false)).toHaveLength(1);
  });

  test('where words are concepts they are of words near each other, in any order', () => {
    expect(pairs('one two', true)).toEqual(pairs('two one', true));
    expect(pairs('one two three', true)).toHaveLength(3);
    expect(pairs('one one', true)).toEqual([]);
  });

  test('a long text gives five a word at most', () => {
    const words = Array.from({ length: 100 }, (_, index) => `word${index}x`);
    expect(pairs(words.join(' '), true).length).toBeLessThanOrEqual(500);
  });
});

describe('numbers', () => {
  const stems = (text: string, numbersAreOne: boolean): readonly string[] =>
    new Analyser({ abbreviations: new Map(), lexicon: buildLexicon('', new Map()), numbersAreOne }).analyse(
      text,
    ).stems;

  test.each([
    ['upgrade 12.04', 'upgrade 9'],
    ['from 12.04 to 12.10', 'from 1 to 2'],
    ['1 2 3', '4'],
  ])('may be one word: "%s" is as "%s"', (a, b) => {
    expect(stems(a, true)).toEqual(stems(b, true));
    expect(stems(a, false)).not.toEqual(stems(b, false));
  });

  test('within a word they stay', () => {
    expect(stems('lbp2900 or mp560', true)).toEqual(stems('lbp2900 or mp560', false));
  });
});
