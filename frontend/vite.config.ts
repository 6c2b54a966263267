import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.TOUCHLINE_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
  // The cases that the tests of both languages run.
  resolve: {
    alias: { "~twins": fileURLToPath(new URL("../tests/twins", import.meta.url)) },
  },
  build: {
    outDir: "dist",
    assetsDir: "assets",
    manifest: true,
    sourcemap: false,
    // What is loaded at first has its own limit, compressed, and a test for it.
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    // Data URLs for fonts and images would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": { target: server, ws: true, changeOrigin: true } },
  },
  test: { include: ["src/**/*.test.ts", "layers.test.mjs"], environment: "node" },
});
