/** Middlewares, and routes of one's own. */
import { ACCEL, byMeasurement, CODING_NONE, type Cure, IDENTITY, NO_TRANSFORM } from "./cure.ts";

const unmeasured = { leaving: null, cut: null, down: "" };
const measuredHere = {
  source: byMeasurement,
  inServer: true,
  helps: [],
  helpsNot: [],
  head: [],
  ...unmeasured,
};
const express = [{ header: "x-powered-by", value: "express" }];

export const middlewares: readonly Cure[] = [
  {
    ...measuredHere,
    tool: "compression 1.8.2, Express 5.3",
    holds: "by-compressing",
    does: "burst; br, gzip where the client takes no br",
    line: '`compression({ filter: (req, res) => /^text\\/event-stream/i.test(String(res.getHeader("Content-Type"))) ? false : compression.filter(req, res) })`',
    helps: [
      "`res.flush()` after each event",
      "`filter` by Accept",
      NO_TRANSFORM,
      CODING_NONE,
      "`{ flush: Z_SYNC_FLUSH, brotli: { flush: BROTLI_OPERATION_FLUSH } }`",
    ],
    helpsNot: [
      ACCEL,
      IDENTITY,
      "`flushHeaders()` alone",
      "`{ flush: Z_SYNC_FLUSH }` alone: **br is still one burst**",
    ],
    head: express,
  },
  {
    ...measuredHere,
    tool: "http-proxy-middleware 3 behind compression",
    holds: "by-compressing",
    does: "burst; br, gzip where the client takes no br",
    line: 'in the proxy `on: { proxyRes: (p) => { p.headers["cache-control"] = "no-cache, no-transform"; } }`',
    helps: ["flush in `setImmediate`", "`compression`'s `filter`", NO_TRANSFORM, CODING_NONE],
    helpsNot: [
      "flush without `setImmediate`: **each event one late**",
      "`responseInterceptor` collects by itself",
      "`express.json()` in front hangs POST (cure: `fixRequestBody`)",
    ],
    head: express,
  },
  {
    ...measuredHere,
    tool: "http-proxy-middleware 2",
    holds: "by-compressing",
    does: "burst; gzip",
    line: "",
    leaving: { told: "never" },
    cut: { seen: "never" },
    head: express,
  },
  {
    ...measuredHere,
    tool: "@fastify/compress 9.2 and 7.0",
    holds: "nothing",
    does: "live; it leaves event streams alone",
    line: "",
  },
  {
    ...measuredHere,
    tool: "koa-compress 5.2.2",
    holds: "by-compressing",
    does: "burst; br, gzip where the client takes no br; **zstd** (Node 24)",
    line: "`ctx.compress = false`",
    helps: ["`filter`", NO_TRANSFORM, CODING_NONE, IDENTITY],
    helpsNot: ["flush for gzip, deflate, br alone: zstd still bursts"],
  },
  {
    ...measuredHere,
    tool: "hono/compress 4.13",
    holds: "nothing",
    does: "live; not compressed",
    line: "",
  },
  {
    ...measuredHere,
    tool: "NestJS 12.5 `@Sse()` with compression (Node 24)",
    holds: "nothing",
    does: "live; not compressed: it sends no-transform and `X-Accel-Buffering: no` itself",
    line: "",
  },
];
