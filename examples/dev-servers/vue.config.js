// Vue CLI 5, which is webpack-dev-server 4
module.exports = {
  devServer: {
    // Without it a browser gets the whole stream in one burst at the end.
    compress: false, // cures.md: in vue.config.js `devServer: { compress: false }`
    proxy: {
      "/events": {
        target: "http://localhost:3000",
        // Tells the server that the client left, which would go on sending to nobody.
        onProxyReq(toServer, _request, response) {
          response.on("close", () => toServer.destroy()); // cures.md: res.on("close", () => proxyReq.destroy());
        },
        // Cuts the client off when the server cuts, which would wait for ever.
        onProxyRes(fromServer, _request, response) {
          fromServer.on("error", () => response.destroy()); // cures.md: proxyRes.on("error", () => res.destroy());
        },
      },
    },
  },
};
