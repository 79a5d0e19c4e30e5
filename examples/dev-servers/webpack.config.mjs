// webpack-dev-server 6
export default {
  devServer: {
    // Without it a browser gets the whole stream in one burst at the end.
    compress: false, // cures.md: `devServer: { compress: false }`
    proxy: [{ context: ["/events"], target: process.env.SERVER ?? "http://localhost:3000" }],
  },
};

/*
 * To keep compression for all else, say instead that nobody is to transform this answer:
 *
 *   proxy: [{
 *     context: ["/events"],
 *     target: "http://localhost:3000",
 *     on: { proxyRes: (p) => { p.headers["cache-control"] = "no-cache, no-transform"; } },
 *   }]
 *
 * cures.md: on: { proxyRes: (p) => { p.headers["cache-control"] = "no-cache, no-transform"; } }
 *
 * webpack-dev-server 5 and 4 do not tell the server that a client left, and leave the client waiting when the
 * server cuts. There the two hooks of vue.config.js do both.
 */
