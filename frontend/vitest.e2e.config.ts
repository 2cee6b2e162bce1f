import { defineConfig } from 'vitest/config';

/** The browser tests, or the files that `LUKIS_E2E` names: against the application at `LUKIS_URL`. */
export default defineConfig({
  test: {
    environment: 'node',
    include: [process.env.LUKIS_E2E ?? 'e2e/**/*.e2e.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    bail: 1,
  },
});
