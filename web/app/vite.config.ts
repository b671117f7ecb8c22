import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Development only: the server the pages talk to.
const server = process.env.KT_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  appType: 'spa',
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { werkplek: 'index.html', portaal: 'portaal.html', fout: 'fout.html' },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/demo/': server,
      '/rt': { target: server, ws: true },
    },
  },
});
