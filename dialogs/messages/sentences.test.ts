import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/**
 * No sentence that is shown to a person stands outside of the message files and the articles. The source of dialogs/ and bot/ is read as
 * a syntax tree: a string that reads like a sentence is a fault, unless it is one of those below, which nobody but developers and
 * whoever runs the server reads, or which is heard and never said.
 */
const ROOT = join(__dirname, '..', '..');

/** Folders and files that may hold sentences, each with the reason. */
const ALLOWED: readonly (readonly [path: string, reason: string])[] = [
  ['dialogs/messages/', 'the message files themselves'],
  ['dialogs/messages.fr.ts', 'a message file'],
  ['dialogs/messages.en.ts', 'a message file'],
  [
    'dialogs/answer/told.ts',
    "how people tell the facts of articles, by the articles' values; heard, never shown",
  ],
  ['dialogs/understand-turn.ts', 'words put in the place of names before a text is understood; never shown'],
  ['dialogs/appointment/polarity.ts', 'words put in the place of others before a time is read; never shown'],
  ['bot/cli/', 'the command line speaks English to whoever runs the server'],
  ['bot/config.ts', 'faults of the configuration, told to whoever installs'],
  ['bot/config-faults.ts', 'faults of the configuration, told to whoever installs'],
  ['bot/config-teams.ts', 'faults of the configuration, told to whoever installs'],
  ['bot/advisor-api/matrix/', 'what the tests of rights send and look for; never shown'],
  [
    'bot/errors.ts',
    'the table of coded refusals of the HTTP interfaces; screens have their own words by code',
  ],
  ['bot/advisor-api/errors.ts', "the table of coded refusals of the advisors' API: one place, one look"],
  ['bot/advisor-api/errors.en.ts', 'the same table in English'],
  ['bot/advisor-api/openapi.ts', 'the description of the API, for developers'],
  ['bot/openapi.ts', 'the description of the API, for developers'],
  ['bot/metrics.ts', 'help lines of the metrics, for whoever watches the server'],
  ['bot/channels/read-activity.ts', 'faults of malformed activities, told to developers of channels'],
  ['bot/security-headers.ts', 'header values'],
];

/** Calls whose words go to a log, to a developer or to the machine. */
const TOLD_TO_DEVELOPERS =
  /^(?:Error|TypeError|\w*(?:Error|Refusal|Fault)|refusal|info|warn|error|debug|fatal|trace|log|describe|Counter|Histogram|Gauge|RegExp|check|superRefine|refine)$/;
/** Properties that describe an interface to developers. */
const DESCRIBES = /^(?:summary|description|help|reason|fix|detail|hint|title|censor)$/;

/** What a person would read as words of ours: several words with the look of a sentence, or French letters. */
function looksSaid(text: string): boolean {
  // A line of a protocol, or the format of a date.
  if (text.includes('\r\n') || /^[cdLyHhmaZ'T\s:,.-]+$/.test(text)) return false;
  const plain = text.trim();
  if (/[\\|{}<>;=]|\(\?|\.\*/.test(plain)) return false;
  if (/^Bearer /.test(plain)) return false;
  const words = plain.split(/\s+/).filter((word) => /\p{L}{2,}/u.test(word));
  if (words.every((word) => word === PARAMETER)) return false;
  if (words.length < 2) return /[éèêàùçôîûœ]/iu.test(plain) && /^\p{Lu}/u.test(plain);
  return /^\p{Lu}|^[«"']|[.!?…:»]$|[éèêàùçôîûœ«»]/u.test(plain);
}

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['testing', 'transcripts'].includes(entry.name) ? [] : files(path);
    return /(?<!\.test)\.ts$/.test(entry.name) ? [path] : [];
  });

/** Stands for what a template is given. */
const PARAMETER = 'xx';

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(` ${PARAMETER} `);
};

/** Whether some call or property around a literal says that developers read it. */
function isForDevelopers(node: ts.Node, isEdge: boolean): boolean {
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isLiteralTypeNode(at) || ts.isRegularExpressionLiteral(at))
      return true;
    if (ts.isThrowStatement(at)) return true;
    if (
      (ts.isCallExpression(at) || ts.isNewExpression(at)) &&
      at.arguments?.some((one) => holds(one, node))
    ) {
      const called = ts.isPropertyAccessExpression(at.expression)
        ? at.expression.name.text
        : at.expression.getText();
      if (TOLD_TO_DEVELOPERS.test(called)) return true;
    }
    if (isEdge && ts.isPropertyAssignment(at) && DESCRIBES.test(at.name.getText())) return true;
  }
  return false;
}

const holds = (outer: ts.Node, inner: ts.Node): boolean =>
  outer.getStart() <= inner.getStart() && inner.getEnd() <= outer.getEnd();

/** The sentences of a file that no message file holds. */
function strayIn(path: string, source: string): readonly string[] {
  const tree = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const stray: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null && looksSaid(text) && !isForDevelopers(node, path.startsWith('bot/'))) {
      stray.push(
        `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.slice(0, 80)}`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return stray;
}

test('no sentence shown to a person stands outside of the message files and the articles', () => {
  const stray = ['dialogs', 'bot'].flatMap((folder) =>
    files(join(ROOT, folder)).flatMap((file) => {
      const path = relative(ROOT, file).split('\\').join('/');
      return ALLOWED.some(([allowed]) => path.startsWith(allowed))
        ? []
        : strayIn(path, readFileSync(file, 'utf8'));
    }),
  );
  expect(stray).toEqual([]);
});

test.each([
  "const reply = say('Votre demande est envoyée.');",
  'const text = `Bonjour ${name}`;',
  "const label = { fr: 'Réessayer' };",
  "const choices = [{ label: 'Créer une demande' }];",
])('a stray sentence is found: %s', (source) => expect(strayIn('dialogs/x.ts', source)).toHaveLength(1));

test.each([
  "throw new Error('A form dialog ran outside of the bridge');",
  "log.info({}, 'The turn was answered.');",
  "const heard = ['je veux annuler', 'annule tout'];",
  "const pattern = '(?:ma|mes) demandes?';",
  "import x from './a file';",
])('words that nobody is shown are none: %s', (source) =>
  expect(strayIn('dialogs/x.ts', source)).toEqual([]),
);

test('what is allowed exists', () => {
  const all = ['dialogs', 'bot'].flatMap((folder) =>
    files(join(ROOT, folder)).map((file) => relative(ROOT, file)),
  );
  expect(ALLOWED.filter(([allowed]) => !all.some((path) => path.startsWith(allowed)))).toEqual([]);
});
