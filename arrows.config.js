/**
 * Who may import whom: `npm run check` holds every import to this. A room names the rooms below it, and
 * nothing else from outside itself. Tests may look anywhere; nobody may look into a `testing/` but they.
 */

/** What may be looked into by everybody: the two formats, which know nothing of anyone. */
const protocol = "protocol";
const run = "trace/run";

/** What the rooms within `protocol/script` may take from around them. */
const suggest = "protocol/suggest\\.ts";
const script = "protocol/script/[^/]+\\.ts";

/** What the server shares with the page: the kinds of record, the questions to a response head, what passes; and the one list of what it holds. */
const records = "trace/run/(records|head|passing).ts";
const limits = "server/limits.ts";

/** Room → what it may import. Packages from npm are listed where a room is kept free of them: `packages`. */
const rooms = {
  protocol: [],
  "protocol/event-stream": [suggest],
  "protocol/script": [suggest, "protocol/event-stream"],
  "protocol/script/directives": [suggest, script],
  "protocol/script/checks": [script, "protocol/event-stream"],

  "trace/run": [protocol],
  "trace/verdict": [protocol, run],
  "trace/parsing": [protocol, run],
  "trace/faults": [protocol, run],
  "trace/chat": [protocol, run],
  "trace/file": [protocol, run],
  "trace/cures": [protocol],
  "trace/this-browser": [protocol, run],
  "trace/log": [protocol, run, "trace/verdict", "trace/parsing", "trace/faults", "trace/chat"],
  "trace/en": [protocol, "trace/(?!share|en)"],
  "trace/share": [protocol, "trace"],
  "trace/share/copy-as": [protocol, "trace/(run|chat|file|share/quote)"],
  "trace/share/quote": [],

  "server/http": [protocol, limits, records],
  "server/wire": [protocol, "server/http", limits],
  "server/tap": [protocol, "server/(http|wire)", limits, records],
  "server/play": [protocol, "server/(http|wire|tap)", limits, records],
  "server/chat": [protocol, "server/(http|play)", limits, records],
  "server/target": [protocol, "server/(http|wire|tap)", limits, records],
  "server/routes": [protocol, "server/(http|wire|tap|play|chat|target)", limits, records],
  "server/[^/]+.ts": [protocol, "server", records],

  lessons: [protocol, "trace"],

  client: [protocol, "trace", "lessons", "client"],
  "client/styles": [],
  "client/controls": [protocol, "trace", "client/(styles|icons\\.ts)"],
  "client/keys": ["client/(controls|styles)"],
  "client/connections": [protocol, "trace", "client/styles"],
  "client/playground": [protocol, "trace", "client/(connections|styles)"],
  "client/log/opened": [protocol, "trace", "client/(controls|styles|log/[^/]+\\.ts)"],
  "client/your-stream/pasted": [protocol, "trace"],

  probe: [protocol, "trace"],
};

/** What every part of the page may look into; parts do not know each other, and app/ knows them all. */
const belowParts = "controls|keys|playground|connections|styles";

/**
 * Rooms that take nothing from npm, and know neither Node nor a page. Only the kinds of record and their
 * fields are declared by TypeBox, and what reads files by that declaration.
 */
const withoutPackages = ["protocol", "trace", "lessons"];

const tests = "\\.(test|spec|soak|bench)\\.ts$|/testing/|^(e2e|bench|dev)/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circle",
      comment: "Files that import each other are one thought in two files.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-test-support",
      comment: "What stands in a testing/ is not part of the product.",
      severity: "error",
      from: { path: "^(protocol|trace|lessons|server|client|probe)/", pathNot: tests },
      to: { path: "/testing/" },
    },
    ...Object.entries(rooms).map(([room, below]) => ({
      name: `${room} → ${below.join(", ") || "nothing"}`,
      severity: "error",
      from: { path: `^${room}(/|$)`, pathNot: tests },
      to: {
        path: "^(protocol|trace|lessons|server|client|probe|dev|e2e|bench)/",
        pathNot: [room, ...below].map((place) => `^${place}`),
      },
    })),
    {
      name: `a part of the page → ${belowParts}`,
      severity: "error",
      from: { path: "^client/(?!app/)([^/]+)/", pathNot: tests },
      to: { path: "^client/", pathNot: `^client/(icons\\.ts|($1|${belowParts})/)` },
    },
    {
      name: "an example stands alone",
      severity: "error",
      from: { path: "^examples/([^/]+)/", pathNot: tests },
      to: {
        path: "^(protocol|trace|server|client|dev|e2e|bench|examples)/",
        pathNot: "^examples/$1/",
      },
    },
    {
      name: "no-packages",
      severity: "error",
      from: {
        path: `^(${withoutPackages.join("|")})/`,
        pathNot: `${tests}|^trace/(run/(records|fields)|file/[^/]+)\\.ts$`,
      },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
    {
      name: "probe-is-one-file",
      comment: "What it takes is in Node, or ends in the file that people run without npm.",
      severity: "error",
      from: { path: "^probe/", pathNot: tests },
      to: { dependencyTypes: ["npm", "npm-dev"] },
    },
    {
      name: "typebox-alone",
      severity: "error",
      from: { path: "^trace/(run/(records|fields)|file/[^/]+)\\.ts$", pathNot: tests },
      to: { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: "node_modules/typebox/" },
    },
  ],
  options: {
    parser: "swc", // it tells of `import type` too, but not of a type that imports in its midst
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.cache)/" },
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { extensions: [".ts", ".js"] },
  },
};
