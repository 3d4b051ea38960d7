import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** `unit` and `db` run on every change; `deep` holds what takes long for its own sake (`npm run test:deep`), `real-lists` what needs files the project does not carry (`npm run test:real-lists`). */
export default defineConfig({
  test: {
    // Threads start twice as fast as processes; nothing here changes the process it runs in.
    pool: 'threads',
    projects: [
      { plugins: [react()], test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 30_000 } },
      { test: { name: 'db', include: ['test/db/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 30_000 } },
      { test: { name: 'deep', include: ['test/deep/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 600_000, hookTimeout: 600_000 } },
      { test: { name: 'real-lists', include: ['test/real-lists/**/*.test.ts'], environment: 'node', testTimeout: 120_000 } },
    ],
  },
});
