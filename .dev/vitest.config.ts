import { dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * What takes long by its nature: real derivations, killed processes, proofs run whole, demonstrations drawn, archives that swell. `npm run
 * check` leaves them to `npm test`, so that it is run before each commit.
 */
const slow = [
  '.dev/update-file.test.ts',
  'src/bench/**/*.test.ts',
  'src/demo/**/*.test.ts',
  'src/engine/import/workbook.test.ts',
  'src/engine/index.test.ts',
  'src/engine/store/golden.test.ts',
  'src/engine/store/kill.test.ts',
  'src/proof/**/*.test.ts',
]

export default defineConfig({
  root: dirname(import.meta.dirname),
  test: {
    // native addons and real WASM: a process per file, two at a time on the smallest machine we support
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['src/**/*.test.{ts,tsx}', '.dev/**/*.test.ts'], exclude: slow },
      },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
})
