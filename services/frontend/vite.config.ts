// The page and its backend share an origin: what the page asks below /v1 is passed on.
import { defineConfig } from "vite";

const proxy = { "/v1": process.env["BACKEND_URL"] ?? "http://127.0.0.1:8000" };

export default defineConfig({
  server: { host: "127.0.0.1", proxy },
  preview: { host: "127.0.0.1", proxy },
});
