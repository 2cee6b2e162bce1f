import { defineConfig } from 'vitest/config';

/** The browser test: against the application at `LUKIS_URL`. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/**/*.e2e.ts', 'e2e/film.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    bail: 1,
  },
});
