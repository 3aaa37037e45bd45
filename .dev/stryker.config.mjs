/**
 * Mutants of the vault, by the vault's own tests: `npm run mutation`, or `npm run mutation -- --mutate src/core/vault/pack.ts` for one file.
 * What it gave is in docs/decisions.
 * @type {import('@stryker-mutator/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '.dev/vault.vitest.config.ts', pool: 'threads' },
  mutate: ['src/core/vault/*.ts', '!src/core/vault/*.test.ts'],
  ignorePatterns: [
    'e2e',
    'docs',
    'out',
    'release',
    'resources',
    'test-results',
    'src/{bench,demo,main,preload,proof,renderer}',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: 'test-results/mutation/incremental.json',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  tempDirName: 'test-results/stryker-tmp',
  // TypeScript 7 has not the functions Stryker rewrites a tsconfig with, and a copy beside the original needs no rewriting
  tsconfigFile: 'none',
  thresholds: { high: 95, low: 85, break: 85 },
}
