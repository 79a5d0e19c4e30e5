// Create React App 5 (react-scripts): this is src/setupProxy.js, beside `npm install -D http-proxy-middleware@3`.
// The `"proxy"` in package.json goes: it is behind a compressor, and this is not.
// cures.md: CRA: src/setupProxy.js with http-proxy-middleware 3, and no "proxy" in package.json
const { createProxyMiddleware } = require("http-proxy-middleware");

module.exports = (app) => {
  app.use(createProxyMiddleware({ target: "http://localhost:3000", pathFilter: "/events" }));
};
