import { defineConfig } from '@playwright/test'

/** Two windows on one screen would fight for the focus; those of the stand-in are drawn on none, each by its own Chromium. */
const sharesScreen = process.env['FILIGRANE_ELECTRON'] !== undefined
/** What tells a time is run when nothing else does. */
const measures = 'start.spec.ts'

export default defineConfig({
  outputDir: '../test-results',
  reporter: 'list',
  // They mostly wait: two keep two cores busy.
  workers: sharesScreen ? 1 : 2,
  // Node's inspector, by which Playwright drives main, has aborted about once in two hundred starts. A second try is told as « flaky ».
  retries: process.env['CI'] ? 1 : 0,
  // Generous: a loaded machine is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'stand-in', testDir: 'electron-stand-in/tests' },
    { name: 'app', testDir: 'specs', testIgnore: measures },
    { name: 'alone', testDir: 'specs', testMatch: measures, workers: 1, dependencies: ['app'] },
  ],
})
