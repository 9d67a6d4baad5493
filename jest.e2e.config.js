// End-to-end tests: they start the built server and talk to it from outside (npm run test:e2e builds first).
const { transform, transformIgnorePatterns, modulePathIgnorePatterns } = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/e2e/**/*.test.ts'],
  modulePathIgnorePatterns,
  transform,
  transformIgnorePatterns,
  testTimeout: 300_000,
};
