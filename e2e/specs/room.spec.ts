/** In a room: what costs money and what befalls everyone is the presenter's; no page of others gets at it. */
import { headerValue } from "../../trace/run/head.ts";
import { ANSWER } from "../pages/chat-panel.ts";
import { expect, lanes } from "../pages/playground.ts";
import { DEAR, TOKEN, test } from "../support/in-a-room.ts";

test.describe.configure({ mode: "default" });

const LINK = `presenter=${TOKEN}&stream=chat`;

test("the presenter's link opens the dear model on every path, and nothing that is kept holds its token", async ({
  page,
  playground,
  room,
}) => {
  test.slow();
  const { chat, share, trace, log } = playground;
  for (const path of room.isBuilt ? [""] : ["", "&compress=on", "&proxy=off"]) {
    await playground.open(`${room.url}?${path.length}#${LINK}${path}`);
    expect(page.url()).not.toContain("presenter");
    await expect(chat.panel).toContainText("dear");
    const before = room.timesAsked;
    await playground.ask();
    await playground.over();
    for (const lane of lanes) await expect(chat.text(lane), path).toContainText(DEAR);
    expect(room.timesAsked).toBe(before + lanes.length);
  }

  await log.look("Lines");
  await log.rows.press("Home");
  const shown = await page.evaluate(() => document.documentElement.getHTML());
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ value: TOKEN, httpOnly: true, sameSite: "Strict" });
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const kept = await page.evaluate(() => [
    JSON.stringify({ ...localStorage, ...sessionStorage }),
    JSON.stringify(globalThis.playground.current?.run.records),
    JSON.stringify(history.state),
  ]);
  await share.button.click();
  const link = await share.copy("Copy link");
  expect(link).toContain("stream=chat");
  const files = [];
  const choices = ["Report, Markdown", "Trace, JSON"];
  if (room.isBuilt) choices.push("One HTML file"); // a dev server would make the viewer first
  for (const file of choices) files.push(await share.save(file));
  for (const text of [shown, link, ...kept, ...files.map(({ text }) => text)]) {
    expect(text.length).toBeGreaterThan(3);
    expect(text).not.toContain(TOKEN);
  }
  const { request } = await trace.attempt("fetch");
  expect(headerValue(request, "Cookie")).toBe("(redacted)");

  await test.step("a foreign page in the presenter's own browser asks nobody", async () => {
    const before = room.timesAsked;
    const asked: string[] = [];
    const target = `${room.url}api/chat?prompt=steal`;
    // With the presenter's cookies; Firefox tells its script of what is no style, which is no error of ours.
    const foreign = await page.context().newPage();
    foreign.on("request", (request) => {
      if (request.url().startsWith(target)) asked.push(request.url());
    });
    await foreign.goto(room.foreignUrl);
    await foreign.evaluate(async (target) => {
      const load = (tag: "img" | "link", referrerPolicy: string, n: number) =>
        new Promise<void>((resolve) => {
          const element = document.createElement(tag);
          element.referrerPolicy = referrerPolicy;
          element.onload = element.onerror = () => resolve();
          const url = `${target}${n}`;
          if (element instanceof HTMLLinkElement) {
            element.rel = "stylesheet";
            element.href = url;
          } else element.setAttribute("src", url);
          document.body.append(element);
        });
      await Promise.all([
        load("img", "no-referrer", 1),
        load("img", "unsafe-url", 2),
        load("link", "no-referrer", 3),
        load("link", "unsafe-url", 4),
        fetch(`${target}5`, { mode: "no-cors", credentials: "include" }).catch(() => {}),
        fetch(`${target}6`, { credentials: "include" }).catch(() => {}),
      ]);
    }, target);
    expect(new Set(asked).size).toBe(6);
    expect(room.timesAsked).toBe(before);
  });
});

test("a guest is answered by the demo model and told so, and cannot close the door", {
  tag: "@one",
}, async ({ page, playground, room }) => {
  const { chat, faults } = playground;
  const before = room.timesAsked;
  await playground.open(`${room.url}#stream=chat`);
  await expect(chat.panel).toContainText(
    "The model here is the presenter’s; the demo model answers you.",
  );
  await playground.ask();
  await faults.opener.click();
  await expect(faults.button("Cut")).toBeEnabled();
  await expect(faults.button("Close the door")).toBeDisabled();
  await expect(faults.button("Close the door")).toHaveAttribute(
    "title",
    "In a room closing the door is the presenter’s.",
  );
  await page.keyboard.press("Escape");
  await playground.over();
  for (const lane of lanes) await expect(chat.text(lane)).toHaveText(ANSWER);
  expect(room.timesAsked).toBe(before);
});

test("a link of another start is refused, and says what to do", { tag: "@one" }, async ({
  page,
  playground,
  room,
}) => {
  await playground.open(`${room.url}#presenter=of-another-start`);
  await expect(playground.trouble).toContainText("open the one that was printed last");
  expect(page.url()).not.toContain("presenter");
});
