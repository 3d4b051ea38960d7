import { defineConfig } from '@playwright/test';

/** End-to-end tests drive the built app in a real Electron; `npm test` resolves one and provides a display. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  globalSetup: './test/e2e/support/global-setup.ts',
  // Each test has a process and a profile of its own; two cores carry two.
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time has failed.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // Generous: a slow machine is no failure, and a hang still ends.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: { actionTimeout: 20_000, trace: 'off' },
});
