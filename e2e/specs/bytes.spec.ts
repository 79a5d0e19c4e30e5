/** The recorded bytes and what is surely not meant: what people look up in the log. */
import { expect, ONCE, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

test("writes and chunks are the recorded bytes, and an edge may lie inside a character", async ({
  playground,
}) => {
  await playground.openPlayed(`@chunk 1 every 1ms\nretry: 9\ndata: é\n\n${ONCE}`);
  const { log } = playground;
  await log.look("Bytes");
  const rows = (await log.read()).filter(({ lane }) => lane === "fetch");
  const writes = rows.filter(({ what }) => /^write/.test(what));
  expect(writes).toHaveLength(new TextEncoder().encode("retry: 9\ndata: é\n\n").length);
  const [begun, rest] = writes.filter(({ content }) => /^C3|^A9/.test(content));
  expect(begun?.says).toContain("ends inside a character");
  expect(rest?.says).toContain("begins inside a character");
  expect(rows.filter(({ what }) => /^chunk/.test(what))).not.toHaveLength(0);
});

const glyphs: [what: string, script: string, shows: string, names: string[]][] = [
  [
    "CR LF",
    `@eol crlf\nretry: 9\ndata: a\n\n${ONCE}`,
    "retry: 9CRLFdata: aCRLF",
    ["carriage return", "line feed"],
  ],
  ["CR", `@eol cr\nretry: 9\ndata: a\n\n${ONCE}`, "retry: 9CRdata: aCR", ["carriage return"]],
  ["BOM", `@bytes EF BB BF\nretry: 9\n\n${ONCE}`, "BOM", ["byte order mark, EF BB BF"]],
  [
    "no UTF-8",
    `retry: 9\n@bytes 64 61 74 61 3A 20 FF 6F 0A\n\n${ONCE}`,
    "data: FFoLF",
    ["no UTF-8: FF is read as U+FFFD"],
  ],
];
test("what does not show has a name", async ({ playground }) => {
  await playground.open();
  const { log } = playground;
  await log.look("Bytes");
  for (const [what, script, shows, names] of glyphs) {
    await test.step(what, async () => {
      await playground.plays(script);
      await log.rows.press("Home");
      for (const piece of [/write \d/, /chunk \d/]) {
        const row = log.row(piece).filter({ hasText: shows }).first();
        await expect(row).toBeVisible();
        for (const name of names) {
          await expect(row.getByRole("img", { name, exact: true }).first()).toBeVisible();
        }
      }
    });
  }
});

test("bytes open in hex beside text; long ones are folded, never cut", async ({ playground }) => {
  const retry = "retry: 9\n";
  await playground.openPlayed(`${retry}data: ${"x".repeat(3000)}\n\n${ONCE}`);
  const { log } = playground;
  await log.look("Bytes");
  await log.select(/write 1\D/);
  await log.rows.press("Enter");
  const lines = log.selected.getByRole("list", { name: "Bytes in hex" }).getByRole("listitem");
  await expect(lines.first()).toContainText("00000000  72 65 74 72 79 3a 20 39 0a 64");
  await expect(lines.first()).toContainText("retry: 9.");
  await expect(lines).toHaveCount(64);
  await log.selected.getByRole("button", { name: /^Show 1 024 of .* more$/ }).click();
  await log.selected.getByRole("button", { name: /^Show \d+ bytes more$/ }).click();
  await expect(lines).toHaveCount(Math.ceil((retry.length + 3008) / 16));
  await expect(log.selected.getByRole("button", { name: /bytes more/ })).toHaveCount(0);
});

test("what is surely not meant is marked, at each depth", async ({ playground }) => {
  const misspelt = "Data: a\n\ndate: b\n\ndata : c\n\ndata: letter by letter\n\n";
  await playground.openPlayed(`retry: 9\n\n${misspelt}${ONCE}`);
  const { log } = playground;
  for (const depth of ["Story", "Lines", "Bytes"] as const) {
    await log.look(depth);
    const marks = (await log.read()).filter(
      ({ lane, says }) => lane === "fetch" && says.startsWith("Meant data?"),
    );
    expect(marks, depth).toHaveLength(3);
  }
  await expect(playground.streamNote).toHaveCount(0);
});

test("a JSON text in place of a stream has a note above everything", async ({ playground }) => {
  await playground.open();
  await playground.play("json-body");
  await expect(playground.streamNote).toContainText("JSON");
  await playground.play("every-field");
  await expect(playground.streamNote).toHaveCount(0);
});
