import assert from "node:assert/strict";
import { test } from "node:test";
import { readModel, setInVain } from "./model.ts";

const key = { OPENAI_API_KEY: "sk-0815" };

const read: [name: string, env: Record<string, string>, url: string, model: string][] = [
  ["a key alone", {}, "https://api.openai.com/v1/chat/completions", "gpt-4o-mini"],
  [
    "another service",
    { OPENAI_BASE_URL: "http://localhost:11434/v1/", OPENAI_MODEL: "llama" },
    "http://localhost:11434/v1/chat/completions",
    "llama",
  ],
  [
    "a service whose URLs have a query",
    { OPENAI_BASE_URL: "https://x.example/openai?api-version=1", OPENAI_MODEL: "" },
    "https://x.example/openai/chat/completions?api-version=1",
    "gpt-4o-mini",
  ],
];
for (const [name, env, url, model] of read) {
  test(name, () => {
    const found = readModel({ ...key, ...env });
    assert.equal(found?.url.href, url);
    assert.equal(found.name, model);
    assert.equal(found.key, "sk-0815");
    assert.equal(found.isDemo, false);
    assert.equal(found.proxy, null);
  });
}

test("without a key the demo model answers, whatever else is set", () => {
  assert.equal(readModel({}), null);
  assert.equal(readModel({ OPENAI_API_KEY: "", OPENAI_BASE_URL: "nonsense" }), null);
});

test("without a key, one line names what else is set in vain, and says what to write", () => {
  assert.equal(setInVain({}), null);
  assert.equal(setInVain({ ...key, OPENAI_MODEL: "x" }), null);
  assert.match(
    setInVain({ OPENAI_BASE_URL: "http://u:hunter2@x.example", OPENAI_MODEL: "x" }) ?? "",
    /^OPENAI_BASE_URL and OPENAI_MODEL set, but no OPENAI_API_KEY: .* OPENAI_API_KEY=none/,
  );
});

test("SOCKS_PROXY comes before HTTPS_PROXY, and people see no password", () => {
  const env = { ...key, HTTPS_PROXY: "http://u:hunter2@b.example:2" };
  assert.equal(
    readModel({ ...env, SOCKS_PROXY: "socks5://u:p@a.example:1" })?.proxy,
    "a.example:1",
  );
  assert.equal(readModel(env)?.proxy, "b.example:2");
});

const wrong: [env: Record<string, string>, says: RegExp][] = [
  [{ OPENAI_API_KEY: "sk-0815\n" }, /^OPENAI_API_KEY holds a blank .* OPENAI_API_KEY=none/],
  [
    { OPENAI_BASE_URL: "api.x.example/v1" },
    /^OPENAI_BASE_URL is "api\.x\.example\/v1"; write a URL/,
  ],
  [{ OPENAI_BASE_URL: "localhost:11434" }, /^OPENAI_BASE_URL is "localhost:11434"; write a URL/],
  [{ OPENAI_BASE_URL: "https://u:hunter2@x.example/" }, /^OPENAI_BASE_URL holds a user name or/],
  [{ OPENAI_BASE_URL: "https://x.example/v1/chat/completions" }, /; leave out \/chat\/completions/],
  [
    { SOCKS_PROXY: "127.0.0.1:1080" },
    /^SOCKS_PROXY is .* SOCKS_PROXY=socks5:\/\/127\.0\.0\.1:1080$/,
  ],
  [{ SOCKS_PROXY: "http://u:hunter2@a.example" }, /^SOCKS_PROXY is "http:\/\/…@a\.example"; write/],
  [{ HTTPS_PROXY: "socks5://u:hunter2@a" }, /^HTTPS_PROXY is "socks5:\/\/…@a"; .*=http:\/\//],
];
for (const [env, says] of wrong) {
  test(`${JSON.stringify(env)} is one line that says what to write`, () => {
    assert.throws(
      () => readModel({ ...key, ...env }),
      (error) => {
        assert.ok(error instanceof RangeError);
        assert.match(error.message, says);
        assert.doesNotMatch(error.message, /hunter2|sk-0815|\n/);
        return true;
      },
    );
  });
}
