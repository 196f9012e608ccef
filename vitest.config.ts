import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '.cache/vite',
  test: {
    include: ['{contract,engine,platform,web,bench,demo,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    environment: 'node',
    globals: false,
    // Starts no server by itself, only when a test asks for a database.
    globalSetup: ['platform/src/kernel/testing-server.ts'],
    // Two workers are what a small machine has; more only crowd the timings.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
