import { defineConfig } from 'vitest/config';

/** The browser tests, or the film where `LUKIS_FILM` names its folder: against `LUKIS_URL`. */
export default defineConfig({
  test: {
    environment: 'node',
    include: process.env.LUKIS_FILM === undefined ? ['e2e/**/*.e2e.ts'] : ['e2e/film.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    bail: 1,
  },
});
