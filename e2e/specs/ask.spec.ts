/** Ask: a stream of somebody's own, through our two dev servers, from an Express that may compress by itself. */
import compression from "compression";
import express from "express";
import { expect, NOT_HELD, test } from "../pages/playground.ts";
import { ShareMenu } from "../pages/share-menu.ts";
import { YourStream } from "../pages/your-stream.ts";
import { strangerAt, writeTicks } from "../support/ticking-stranger.ts";

const port = Number(process.env["ASKED_PORT"]);
const address = `localhost:${port}`;

/** What each request came with. */
const asked: { method: string; url: string; body: string; authorization: string | undefined }[] =
  [];

const app = express();
app.use("/squeezed", compression());
app.use(express.text({ type: "*/*" }));
app.all("/{*path}", async ({ method, originalUrl: url, body, headers }, response) => {
  asked.push({ method, url, body: String(body ?? ""), authorization: headers.authorization });
  response.setHeader("Content-Type", "text/event-stream").flushHeaders();
  await writeTicks(response, 4);
});
strangerAt(port, app);

test("what was live when it left is told from what was held on its way, by method and client", async ({
  page,
  playground,
}) => {
  const yours = new YourStream(page);
  await playground.open();
  await yours.openForm();
  await yours.url.fill("/events");

  await yours.ask.click();
  await expect(playground.verdict).toHaveText(NOT_HELD);
  await expect(playground.timeline).toContainText(`left ${address}`);
  await expect(playground.timeline).toContainText("fetch got");
  const facts = page.getByRole("list", { name: "Response" });
  await expect(facts).toContainText("browser saw"); // what a dev server may have added did not leave the target

  await yours.choose("EventSource");
  await yours.choose("compress: true");
  await expect(yours.form.getByRole("status")).toContainText("The request has changed");
  expect(asked).toHaveLength(1); // a switch sends nothing
  await yours.ask.click();
  await expect(playground.verdict).toContainText("held after it");
  await yours.form.getByRole("button", { name: "Stop" }).click();

  await yours.url.fill("/squeezed");
  await yours.choose("fetch");
  await yours.choose("compress: false");
  await yours.ask.click();
  await expect(playground.verdict).toContainText(`Already one burst when it left ${address}`);
});

test("a pasted request is sent with its secrets, which stand on no screen, in no link and in no file", async ({
  page,
  playground,
}) => {
  const yours = new YourStream(page);
  await playground.open();
  await yours.openForm();
  await yours.paste(
    `curl 'http://${address}/chat?token=s3cret' \\\n -H 'Authorization: Bearer s3cret' -b 'id=s3cret' -H 'X-Room: blue' --data-raw $'{"a":"it\\'s"}'`,
  );
  await expect(yours.url).toHaveValue(`http://${address}/chat?token=••••`);
  await expect(yours.form.getByLabel("Value of Authorization")).toHaveAttribute("type", "password");
  await expect(yours.form).toContainText("Cookie: (redacted)");
  await yours.choose("compress: true");
  await yours.ask.click();
  await expect(playground.verdict).toContainText("held after it");
  expect(asked.at(-1)).toEqual({
    method: "POST",
    url: "/chat?token=s3cret",
    body: '{"a":"it\'s"}',
    authorization: "Bearer s3cret",
  });

  await expect(page.getByText("s3cret")).toHaveCount(0);
  await expect(page).toHaveURL(/X-Room/);
  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, localStorage, sessionStorage]),
  );
  expect(kept).not.toContain("s3cret");
  const share = new ShareMenu(page);
  await share.button.click();
  await expect(share.choice("curl")).toHaveCount(0);
  for (const file of ["Trace, JSON", "One HTML file"]) {
    expect((await share.save(file)).text).not.toContain("s3cret");
  }

  await page.reload(); // the link fills the form, and begins nothing
  await expect(yours.url).toHaveValue(`http://${address}/chat?token=(redacted)`);
  await expect(yours.form.getByLabel("Value of X-Room")).toHaveValue("blue");
  await expect(playground.verdict).toBeHidden();
});

test("both dev servers refuse whoever would show or run an answer, and pages of others", async () => {
  const before = asked.length;
  for (const origin of ["PAGE_PORT", "TWIN_PORT"].map(
    (name) => `http://localhost:${process.env[name]}`,
  )) {
    const url = `${origin}/target/fetch.${"0".repeat(32)}/events`;
    for (const headers of [
      { "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "same-origin" },
      { "Sec-Fetch-Dest": "script", "Sec-Fetch-Site": "same-origin" },
      { Origin: `http://${address}` },
      { "Sec-Fetch-Site": "cross-site" },
    ]) {
      const { status, headers: said } = await fetch(url, { headers });
      expect(status).toBe(403);
      expect(said.get("content-security-policy")).toContain("sandbox");
      expect(said.get("access-control-allow-origin")).toBeNull();
    }
    const preflight = await fetch(url, {
      method: "OPTIONS",
      headers: {
        Origin: `http://localhost:${process.env["PAGE_PORT"]}`,
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "x-room",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toBe("PATCH");
    expect(preflight.headers.get("access-control-allow-headers")).toBe("x-room");
  }
  expect(asked).toHaveLength(before);
});
