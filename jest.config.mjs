import nextJest from 'next/jest.js'

const withNext = nextJest({dir: './'})

/**
 * One Jest project for each kind of test: the first folder below tests/ says what a test needs to run.
 *
 * @param {string} displayName the folder below tests/
 * @param {Record<string, unknown>} options what this kind needs beyond the defaults
 */
const project = (displayName, options = {}) =>
  withNext({
    displayName,
    testEnvironment: 'node',
    testMatch: [`<rootDir>/tests/${displayName}/**/*.test.{ts,tsx}`],
    moduleNameMapper: {'^@/(.*)$': '<rootDir>/$1', '^server-only$': '<rootDir>/tests/support/server-only.ts'},
    setupFilesAfterEnv: ['<rootDir>/tests/support/fail-on-console.ts'],
    ...options,
  })()

export default async () => ({
  projects: await Promise.all([
    project('unit'),
    project('components', {
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/tests/support/text-encoder.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/fail-on-console.ts', '<rootDir>/tests/support/dom-matchers.ts'],
    }),
    project('integration', {
      setupFilesAfterEnv: ['<rootDir>/tests/support/fail-on-console.ts', '<rootDir>/tests/support/patience.ts'],
    }),
    project('e2e', {
      globalSetup: '<rootDir>/tests/support/sample-clinic-setup.ts',
      globalTeardown: '<rootDir>/tests/support/sample-clinic-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/tests/support/fail-on-console.ts', '<rootDir>/tests/support/patience.ts'],
    }),
  ]),
})
