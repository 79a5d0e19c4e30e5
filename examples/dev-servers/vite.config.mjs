// Vite 8 and 7: live as it is. ../react/vite.config.ts is in use.
export default {
  server: {
    proxy: {
      "/events": {
        target: "http://localhost:3000",
        // Cuts the client off when the server cuts, which would wait for ever.
        configure(proxy) {
          proxy.on("proxyRes", (fromServer, _request, response) => {
            fromServer.on("error", () => response.destroy()); // cures.md: configure: (p) => p.on("proxyRes", (r, q, s) => r.on("error", () => s.destroy()))
          });
        },
      },
    },
  },
};
