import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../content/content';
import { describeFault } from '../content/faults';
import { copyOfFixture, FIXTURE, REAL } from '../testing/fixture';
import { contentFaults } from './check';

/** The fixture has too few phrases on purpose, and two articles without English. */
const EXPECTED = /write 20 or more|not written in English/;

const faultsAfter = (file: string, change: (text: string) => string): readonly string[] => {
  const copy = copyOfFixture();
  try {
    copy.write(file, change(readFileSync(join(FIXTURE, file), 'utf8')));
    return contentFaults(loadContent(copy.dir))
      .map(describeFault)
      .filter((line) => !EXPECTED.test(line));
  } finally {
    copy.remove();
  }
};
const PAY = 'articles/desk-a/pay-late.md';

describe('what the check finds', () => {
  test('nothing in content that is well', () =>
    expect(faultsAfter('topics.tsv', (text) => text)).toEqual([]));

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a fact that no article uses',
      PAY,
      (t) => t.replace('[F1, F2]', '[F1]'),
      /fact F2 of desk-a\.pay-late is used by no article/,
    ],
    [
      'a source that is no fact',
      PAY,
      (t) => t.replace('F2]', 'F2, F99]'),
      /pay-late\.md:4: source F99 is no fact/,
    ],
    [
      'an example that gives another branch',
      PAY,
      (t) => t.replace('2026-12-06 }]', '2026-12-08, invoice.status: in-progress }]'),
      /of "early" gives "wait"/,
    ],
    [
      'an example that would ask first',
      PAY,
      (t) => t.replace(', invoice.status: in-progress', ''),
      /would first ask "invoice.status"/,
    ],
    [
      'a branch without an example',
      PAY,
      (t) => t.replace('    examples: [{ today.iso: 2026-12-06 }]\n', ''),
      /branch "early" has no example/,
    ],
    [
      'an unreachable branch',
      PAY,
      (t) => t.replace('today.day <= 6', 'today.day <= 0'),
      /no example reaches branch "early"/,
    ],
    ['a broken condition', PAY, (t) => t.replace('today.day <= 6', 'today.day <='), /no valid expression/],
    [
      'a file of no topic',
      'topics.tsv',
      (t) => t.replace(/desk-a\.pause.*\n/, ''),
      /articles\/desk-a\/pause\.md: topics\.tsv has no topic "desk-a\.pause"/,
    ],
    [
      'a fact of no topic',
      'facts.tsv',
      (t) => t.replace('F3\tdesk-a\tdesk-a.pause', 'F3\tdesk-a\tdesk-a.rest'),
      /fact F3 belongs to "desk-a\.rest"/,
    ],
    [
      'a phrase in two topics',
      'phrases/desk-a/pause.txt',
      (t) => `${t}jai pa été PAYE !\n`,
      /pay-late\.txt:\d+: "jai pa ete paye" stands already in phrases\/desk-a\/pause\.txt/,
    ],
    [
      'a phrase of a desk that is a service label too',
      'phrases/desk-a/pause.txt',
      (t) => `${t}bonjour\n`,
      /stands already in/,
    ],
    [
      'a phrase written twice',
      'phrases/desk-a/pause.txt',
      (t) => `${t}I want to take a break\n`,
      /stands already in phrases\/desk-a\/pause\.txt/,
    ],
    ['a style that is none', 'phrases/desk-a/pause.txt', (t) => `${t}# cryptic\n`, /"cryptic" is no style/],
    [
      'a date without its English label',
      'articles/desk-a/pay-late.en.md',
      (t) => t.replace(/dates:.*\n/, ''),
      /pay-late\.en\.md: the date of "early" has no English label/,
    ],
  ])('%s', (_, file, change, message) => {
    const faults = faultsAfter(file, change);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(message);
  });

  test('another spelling in the same topic is no fault', () => {
    expect(faultsAfter('phrases/desk-a/pause.txt', (text) => `${text}i want to take à break\n`)).toEqual([]);
  });

  test('a folder without topics is a fault, not a crash', () => {
    expect(contentFaults(loadContent('/nowhere')).map(describeFault).join()).toMatch(/there are no topics/);
  });
});

test('the product’s own articles can all be used', () => {
  expect(loadContent(REAL).articles.faults().map(describeFault)).toEqual([]);
});
