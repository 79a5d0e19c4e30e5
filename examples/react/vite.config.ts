import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const target = process.env.SERVER ?? "http://localhost:3001";

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: {
      "/events": {
        target,
        // Vite hands events on as they come. What it does not hand on is a cut: without this the page waits for ever.
        configure: (proxy) => {
          proxy.on("proxyRes", (upstream, _request, response) => {
            upstream.on("error", () => response.destroy());
          });
        },
      },
    },
  },
});
