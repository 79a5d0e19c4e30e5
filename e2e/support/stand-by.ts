/** A Node server that has been loaded, and listens as soon as its parent tells it to. Its arguments are the server's. */
import "../../server/app.ts"; // what takes its time
import { once } from "node:events";

process.send?.("loaded");
await once(process, "message");
process.disconnect();
await import("../../server/main.ts");
