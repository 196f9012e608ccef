import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  cacheDir: '../.cache/vite-web',
  // The address of the API while one works on the page; the built page is served by the API's own server.
  server: { port: 5173, proxy: { '/api': process.env['ZHIJIAN_API'] ?? 'http://127.0.0.1:8080' } },
  build: { target: 'es2023', chunkSizeWarningLimit: 1500 },
});
