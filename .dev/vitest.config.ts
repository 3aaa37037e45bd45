import { dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: dirname(import.meta.dirname),
  test: {
    include: ['src/**/*.test.{ts,tsx}', '.dev/**/*.test.ts'],
    // native addons and real WASM: a process per file, two at a time on the smallest machine we support
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
  },
})
