import { ArticleError, parseFrenchArticle, withEnglish } from './parse-article';
import { describeFault } from './faults';

const article = (frontMatter: string, text = '## only\n**Oui.**'): string =>
  `---\n${frontMatter}\n---\n\n${text}\n`;
const BASE = 'topic: d.t\ntitle: Titre\nsource: [F1]\nbranches:\n  - { id: only, ticket: none }';

const faultsOf = (text: string): readonly string[] => {
  try {
    parseFrenchArticle('articles/d/t.md', text);
    return [];
  } catch (error) {
    if (error instanceof ArticleError) return error.faults.map(describeFault);
    throw error;
  }
};

describe('an article file', () => {
  test('is read with its title, branches, text and steps', () => {
    const read = parseFrenchArticle(
      'f.md',
      article(BASE, '## only\nRéponse.\n\n1. Un\n2) Deux\n   suite\n\nEnsuite.'),
    );
    expect(read.topicId).toBe('d.t');
    const text = read.texts.fr.branches.get('only');
    expect(text?.body.parts).toEqual(['Réponse.\n\nEnsuite.']);
    expect(text?.steps.map(({ parts }) => parts.join(''))).toEqual(['Un', 'Deux suite']);
  });

  test.each([
    ['no front matter', 'just text', 'articles/d/t.md:1: the file does not begin with "---"'],
    [
      'an open front matter',
      '---\ntopic: x\n',
      'articles/d/t.md:1: the front matter is not closed by a line "---"',
    ],
    ['broken YAML', article('topic: [x'), /^articles\/d\/t\.md:\d+: the front matter is no YAML/],
    ['an unknown key', article(`${BASE}\ncolour: red`), /Unrecognized key.*colour/],
    ['a wrong ticket', article(BASE.replace('none', 'perhaps')), /articles\/d\/t\.md:6: branches\.0\.ticket/],
    [
      'a broken condition',
      article(BASE.replace('ticket: none', 'ticket: none, when: "today.day <="')),
      /is no valid expression/,
    ],
    ['an unknown fact', article(BASE, '## only\nLe {{ tody.iso }}.'), /"tody\.iso" is no fact/],
    [
      'an unknown function',
      article(BASE, '## only\nLe {{ longdate(today.iso) }}.'),
      /is no valid expression/,
    ],
    ['a branch without text', article(BASE, '## other\nTexte.'), /the text "## only" is missing/],
    ['a text of no branch', article(BASE, '## only\nA\n\n## more\nB'), /"## more" is no branch/],
    ['an empty text', article(BASE, '## only\n'), /the text of "only" is empty/],
    [
      'a last branch with a condition',
      article(BASE.replace('ticket: none', 'ticket: none, when: "true"')),
      /the last branch "only" has a "when"/,
    ],
    ['later without a date', article(BASE.replace('none', 'later')), /no "date" from which/],
    [
      'a next branch that does not exist',
      article(BASE.replace('none', 'none, next: gone')),
      /"next: gone", which is no branch/,
    ],
  ])('%s is refused, by file and line', (_, text, message) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(
      message instanceof RegExp ? message : new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
    );
  });

  test('every fault of a file is told at once', () => {
    expect(faultsOf(article(BASE.replace('only', 'Only Branch'), '## x\n'))).not.toHaveLength(0);
    expect(faultsOf(article(BASE, '## only\n{{ nope }} {{ nada }}'))).toHaveLength(2);
  });

  test('a branch that nothing can reach, because one above it has no condition, is refused', () => {
    const two = `${BASE}\n  - { id: second, ticket: none }`;
    expect(faultsOf(article(two, '## only\nA\n\n## second\nB')).join()).toMatch(
      /branches below it are never shown/,
    );
  });

  test('an English article must fit the French one', () => {
    const french = parseFrenchArticle('t.md', article(BASE));
    expect(() => withEnglish(french, 't.en.md', '---\ntitle: T\n---\n\n## other\nText.\n')).toThrow(
      /no branch/,
    );
    expect(withEnglish(french, 't.en.md', '---\ntitle: T\n---\n\n## only\nText.\n').texts.en?.title).toBe(
      'T',
    );
  });
});
