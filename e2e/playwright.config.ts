import { defineConfig } from '@playwright/test'

export default defineConfig({
  // emptied at each start: the figures that specs write stay, beside it
  outputDir: '../test-results/playwright',
  reporter: 'list',
  // Half of a test is waiting: two at a time take 17 minutes on two cores, one 31. Each has a browser, so a focus, of its own.
  workers: 2,
  // Node's inspector, by which Playwright drives main, has aborted about once in two hundred starts. A second try is told as « flaky ».
  retries: process.env['CI'] ? 1 : 0,
  // Generous: a loaded machine is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'stand-in', testDir: 'electron-stand-in/tests' },
    { name: 'app', testDir: 'specs' },
  ],
})
