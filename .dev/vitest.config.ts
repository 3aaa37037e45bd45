import { dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * What takes long by its nature: real derivations, killed processes, proofs run whole, faults at every step, demonstrations drawn, models and
 * properties followed through many acts, tables of thousands of rows, archives that swell. `npm run check` leaves them to `npm test`, so
 * that it is run before each commit: under a minute.
 */
const slow = [
  '.dev/update-file.test.ts',
  'src/bench/**/*.test.ts',
  'src/core/caseload/history.test.ts',
  'src/core/caseload/repository/people-count.test.ts',
  'src/core/caseload/repository/people-list.test.ts',
  'src/core/statistics/measures/contact-days.test.ts',
  'src/demo/**/*.test.ts',
  'src/engine/handlers/damaged-vaults.test.ts',
  'src/engine/handlers/erasure-reach.test.ts',
  'src/engine/handlers/import-writing.test.ts',
  'src/engine/import/reading.test.ts',
  'src/engine/import/round-trip.test.ts',
  'src/engine/import/workbook.test.ts',
  'src/engine/index.test.ts',
  'src/engine/sealed-notes.test.ts',
  'src/engine/store/damage.test.ts',
  'src/engine/store/faults.test.ts',
  'src/engine/store/full-text.test.ts',
  'src/engine/store/golden.test.ts',
  'src/engine/store/idle-checkpoint.test.ts',
  'src/engine/store/kill.test.ts',
  'src/engine/store/long-transaction.test.ts',
  'src/engine/store/migration.test.ts',
  'src/engine/store/model.test.ts',
  'src/engine/store/replay.test.ts',
  'src/engine/store/verify-tables.test.ts',
  'src/proof/**/*.test.ts',
]

export default defineConfig({
  root: dirname(import.meta.dirname),
  test: {
    // native addons, real WASM, an act done as another user: processes, two on the smallest machine we support
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['src/**/*.test.{ts,tsx}', '.dev/**/*.test.ts'],
          exclude: slow,
          // two processes for all the files: half the processor. A test puts back what it changed outside itself (clocks).
          isolate: false,
        },
      },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
})
