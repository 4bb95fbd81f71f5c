import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  // Each journey starts its own app with its own data folder, and an app needs a core to itself.
  workers: 1,
  retries: 0,
  timeout: 240_000,
  // On a computer with much else to do the app takes its time to start; nothing here measures how long.
  expect: { timeout: 45_000 },
  forbidOnly: true,
  reporter: [['list']],
})
