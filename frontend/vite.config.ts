import { defineConfig } from 'vitest/config';

const application = process.env.LUKIS_BACKEND ?? 'http://localhost:8080';

export default defineConfig({
  base: './',
  build: { outDir: 'dist', target: 'es2022', modulePreload: { polyfill: false } },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/live': { target: application, ws: true } },
  },
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
  },
});
