/** For tests in Node: what webpack and a browser tell of where the page is. All tests share a process, so it is one. */
Object.assign(globalThis, {
  DEV_SERVER_PORTS: [1, 2],
  SERVER_PORT: 3,
  location: { protocol: "http:", hostname: "localhost", port: "1" },
});
