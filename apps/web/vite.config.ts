import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkGroups } from './build/chunks.ts';
import { firstLoadBudget } from './build/first-load-budget.ts';
import { firstPicture } from './build/first-picture.ts';
import { leanLibraries } from './build/lean-libraries.ts';
import { lightTables } from './build/light-tables.ts';
import { precompress } from './build/precompress.ts';
import { serviceWorker } from './build/service-worker.ts';
import { themeMadeAhead } from './build/theme-made-ahead.ts';

const source = (name: string) => fileURLToPath(new URL(`../../packages/${name}/src`, import.meta.url));
const api = { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false };

export default defineConfig({
  plugins: [
    lightTables(),
    leanLibraries(),
    themeMadeAhead(),
    react(),
    firstLoadBudget(),
    firstPicture(),
    precompress(),
    serviceWorker(),
  ],
  resolve: {
    alias: [
      { find: /^@baton\/domain\/(.*)$/, replacement: `${source('domain')}/$1.ts` },
      { find: /^@baton\/contracts\/(.*)$/, replacement: `${source('contracts')}/$1.ts` },
      // The same without its polyfills for browsers that have no Map.
      { find: /^reflect-metadata$/, replacement: 'reflect-metadata/lite' },
    ],
  },
  // Types at run time are for the server; here they would only be weight.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  build: {
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    // The budget watches what matters.
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  server: {
    port: 5173,
    proxy: { '/api': api, '/socket.io': { ...api, ws: true } },
  },
});
