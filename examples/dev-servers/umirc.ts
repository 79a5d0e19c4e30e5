// Umi 4: this is .umirc.ts. From 4.1.5 on the environment alone does it, with webpack as its bundler:
// cures.md: UMI_DEV_SERVER_COMPRESS=none umi dev
// What its own `devServer: { compress: false }` does: it refuses to start.
export default {
  proxy: {
    "/events": {
      target: "http://localhost:3000",
      // Tells the server that the client left, which would go on sending to nobody.
      onProxyReq(toServer, _request, response) {
        response.on("close", () => toServer.destroy()); // cures.md: res.on("close", () => proxyReq.destroy());
      },
      onProxyRes(fromServer, _request, response) {
        // Umi's compressor leaves the stream alone, with no word in the environment.
        fromServer.headers["cache-control"] = "no-cache, no-transform"; // cures.md: `onProxyRes` that sets no-transform
        // Cuts the client off when the server cuts, which would wait for ever.
        fromServer.on("error", () => response.destroy()); // cures.md: proxyRes.on("error", () => res.destroy());
      },
    },
  },
};
