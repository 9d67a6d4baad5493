// The house's rules: strict TypeScript, and who may import whom (ARCHITECTURE.md, "Who may import whom").
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const BOT_FRAMEWORK = {
  regex: '^(botbuilder|botframework-)',
  message:
    'Bot Framework stays in bot/ and in dialogs/form/dialog-stack.ts, so that its successor can replace it in one place.',
};
const PRISMA = {
  regex: '(^@prisma/|/prisma/generated)',
  message: 'Prisma stays in data/: the other rooms speak to the services of data/services.ts.',
};
const NETWORK = {
  regex: '^(restify|ws|node:https?|node:net)$',
  message: 'The network is at the edge only (bot/): inner rooms take a Turn and give replies.',
};
const room = (names, message) => ({ regex: `^(\\.\\./)+(${names})(/|$)`, message });

const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['dist/', 'var/', 'coverage/', 'node_modules/', 'data/prisma/generated/', '.cache/'] },
  ...tseslint.configs.recommended,
  prettier,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['bot/**/*.ts'],
    rules: restrict(
      PRISMA,
      room('web', 'The server never imports browser code; it serves what the build wrote.'),
    ),
  },
  {
    files: ['dialogs/**/*.ts'],
    ignores: ['dialogs/form/dialog-stack.ts', 'dialogs/form/bridge.test.ts'],
    rules: restrict(
      BOT_FRAMEWORK,
      PRISMA,
      NETWORK,
      room('bot|web|manifest', 'dialogs knows no channel: Turn in, Reply[] out.'),
    ),
  },
  {
    files: ['dialogs/form/dialog-stack.ts', 'dialogs/form/bridge.test.ts'],
    rules: restrict(
      PRISMA,
      NETWORK,
      room('bot|web|manifest', 'dialogs knows no channel: Turn in, Reply[] out.'),
    ),
  },
  {
    files: ['knowledge/**/*.ts'],
    rules: restrict(
      BOT_FRAMEWORK,
      PRISMA,
      NETWORK,
      room(
        'bot|dialogs|data|web|manifest',
        'knowledge understands text and knows nothing else: no conversation, no channel, no database.',
      ),
    ),
  },
  {
    files: ['data/**/*.ts'],
    rules: restrict(
      BOT_FRAMEWORK,
      NETWORK,
      room(
        'bot|dialogs|knowledge|web|manifest',
        'data keeps records and their rules and imports no other room.',
      ),
    ),
  },
  {
    files: ['manifest/**/*.ts'],
    rules: restrict(
      BOT_FRAMEWORK,
      PRISMA,
      NETWORK,
      room('bot|dialogs|knowledge|data|web', 'manifest builds the app package from its own words and icons.'),
    ),
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    rules: restrict(BOT_FRAMEWORK, PRISMA, {
      regex: '^(\\.\\./)+(bot/(?!advisor-api/contract(-[a-z-]+)?$)|dialogs|knowledge|data|manifest)(/|$)?',
      message: 'web takes only types from bot/advisor-api/contract: the API is the border.',
    }),
  },
  {
    files: ['scripts/**', 'bin/**', 'bench/**', '*.{js,mjs}', 'web/build.mjs', 'bot/cli/**/*.ts'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
