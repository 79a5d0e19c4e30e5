import assert from "node:assert/strict";
import { test } from "node:test";
import { startServer } from "../testing/test-server.ts";

// The page does: Resource Timing knows a response by its URL alone.
test("a POST may name its trace and lane in the query, and in the body", async (t) => {
  const server = await startServer(t, { two: "data: {{attempt}}\n\n" });
  const post = async (query: string, body: Record<string, unknown>) => {
    const response = await fetch(server.url(`/api/sse${query}`), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: "two", ...body }),
    });
    return response.text();
  };
  assert.equal(await post("?trace=t&lane=fetch", {}), "data: 1\n\n");
  assert.equal(await post("", { trace: "t", lane: "fetch" }), "data: 2\n\n", "the same client");
});
