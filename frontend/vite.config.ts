import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const KILOBYTE = 1_000;
const BUDGET = 64 * KILOBYTE;

/** Reports the compressed size of the JavaScript, and fails the build if it is too large. */
function scriptBudget(): Plugin {
  return {
    name: 'script-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const scripts = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? [file.code] : [],
      );
      const size = scripts.reduce((sum, code) => sum + gzipSync(code).length, 0);
      const kilobytes = (size / KILOBYTE).toFixed(1);
      this.info(`JavaScript: ${kilobytes} KB compressed`);
      if (size > BUDGET) {
        this.error(`JavaScript: ${kilobytes} KB compressed (expected: <= ${BUDGET / KILOBYTE} KB)`);
      }
    },
  };
}

const application = process.env.LUKIS_BACKEND ?? 'http://localhost:8080';

export default defineConfig({
  base: './',
  // Only `/` is the page; other unknown paths are not found.
  appType: 'mpa',
  plugins: [scriptBudget()],
  build: { outDir: 'dist', target: 'es2022', modulePreload: { polyfill: false } },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/live': { target: application, ws: true },
      '/share': application,
      '/i/': application,
      '/page.json': application,
    },
  },
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
  },
});
