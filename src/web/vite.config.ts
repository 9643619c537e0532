import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The UI and the reference page of the API, built to dist/web. */
export default defineConfig({
  root: here,
  plugins: [preact({ prefreshEnabled: true, devToolsEnabled: false })],
  // The engine's thread is a module that loads parts of itself when they are first needed.
  worker: { format: 'es' },
  build: {
    outDir: `${here}/../../dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    // Inlined files would be data: URLs, which only images may be under the page's CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The reference page carries Swagger UI, which is large and loads on that page alone.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { input: [`${here}/index.html`, `${here}/docs/index.html`] },
  },
});
