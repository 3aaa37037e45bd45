import { defineConfig } from 'vitest/config'

/** The vault by its own tests, on a disk in memory: they reach every branch of it, or `npm run vault:coverage` fails. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['src/core/vault/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/core/vault/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: 'test-results/vault-coverage',
      thresholds: { 100: true },
    },
  },
})
