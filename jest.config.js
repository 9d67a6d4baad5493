// Unit and integration tests: everything that needs nothing from outside. End-to-end tests have their own configuration.
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{bot,dialogs,knowledge,data,manifest,web,scripts}/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/'],
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@marcbachmann/cel-js|jose|openid-client|oauth4webapi|file-type|strtok3|token-types|uint8array-extras|@borewit|@tokenizer)/)',
  ],
  // One worker process for a core: in one process together, the suites' databases and models slow each other down.
  maxWorkers: 2,
  testTimeout: 20000,
};
