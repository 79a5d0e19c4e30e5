/** Your stream: what passes through the target proxy on its way to a stranger's server, seen in the page. */
import { createGzip } from "node:zlib";
import { expect, NOT_HELD, onBuiltPage, test } from "../pages/playground.ts";
import { YourStream } from "../pages/your-stream.ts";
import { serveBuiltPage } from "../support/built-page.ts";
import { strangerAt, writeTicks } from "../support/ticking-stranger.ts";

const port = Number(process.env["STRANGER_PORT"]);
const proxy = `http://localhost:${process.env["STRANGER_PROXY_PORT"]}`;

/** A server that is not ours: it writes four events as they come, or all of them at its end, or so where it compresses. */
const closeStranger = strangerAt(port, (request, response) => {
  const isPacked = request.url === "/packed" && request.headers["accept-encoding"] !== undefined;
  const head = { "Content-Type": "text/event-stream" };
  response.writeHead(200, isPacked ? { ...head, "Content-Encoding": "gzip" } : head).flushHeaders();
  if (!isPacked) return void writeTicks(response, 4, request.url?.startsWith("/burst"));
  const packer = createGzip();
  packer.pipe(response);
  void writeTicks(packer, 4);
});

test.use(onBuiltPage);

test("a stream that passes is listed, and one that is picked is told of by timeline, verdict and log", async ({
  page,
  playground,
}) => {
  const yours = new YourStream(page);
  await playground.open();
  await yours.button.click();
  await expect(yours.panel).toContainText(`http://localhost:${port}`);
  await expect(playground.path).toBeHidden();

  await (await fetch(`${proxy}/burst?token=s3cret`)).text();
  const burst = "/burst?token=(redacted)";
  await expect(yours.row(burst)).toContainText("event stream");
  await expect(yours.row(burst)).toContainText("ended");
  await yours.pick(burst);
  const address = `localhost:${port}`;
  await expect(playground.verdict).toHaveText(`Already one burst when it left ${address}`);
  await expect(playground.timeline).toContainText(`left ${address}`);
  await expect(playground.timeline).toContainText("not seen from here");
  await expect(playground.log.row(/client asks.*GET.*burst/s)).toBeVisible();
  await expect(playground.log.row(new RegExp(`left ${address}.*block`, "s")).first()).toBeVisible();
  await expect(page.getByText("s3cret")).toHaveCount(0);
  const itsOwn = page.getByText("nothing stands before your server there: so it writes it so");
  await yours.isServer.check();
  await expect(itsOwn).toBeVisible();
  await yours.isServer.uncheck();
  await expect(itsOwn).toBeHidden();

  await (await fetch(`${proxy}/packed`)).text();
  await yours.pick("/packed");
  await expect(playground.verdict).toHaveText(`Already one burst when it left ${address}`);
  await yours.askAgain.click();
  await expect(playground.verdict).toHaveText("Compressed there and not flushed");
  await expect(yours.askAgain).toBeHidden();

  const evenly = fetch(`${proxy}/evenly`).then((response) => response.text());
  await yours.pick("/evenly"); // while it goes on
  await evenly;
  await expect(playground.verdict).toHaveText(`Left ${address} evenly`);
  await expect(page.getByText("can’t be told from here").first()).toBeVisible();

  await yours.whereDoesItRun.click();
  await expect(yours.tools).toContainText("webpack-dev-server");
  await expect(yours.tools).toContainText("compress: false");

  await playground.run.click(); // the page's own stream takes its place
  await expect(yours.panel).toBeHidden();
  await expect(playground.path).toBeVisible();
});

test("the built page asks through its own server, and knows both ends", async ({
  page,
  playground,
}) => {
  const yours = new YourStream(page);
  await playground.open();
  await yours.openForm();
  await yours.url.fill("/evenly");
  await yours.ask.click();
  await expect(playground.verdict).toHaveText(NOT_HELD);
  await expect(playground.timeline).toContainText(`left localhost:${port}`);
});

test("without a target it says in three lines how to begin", async ({ page, playground }) => {
  const server = await serveBuiltPage(0, null);
  const yours = new YourStream(page);
  await page.goto(`http://localhost:${server.port}/`);
  await yours.button.click();
  await expect(yours.panel.getByRole("listitem")).toHaveCount(3);
  await expect(yours.panel).toContainText("npm start -- --target http://localhost:8080");
  await yours.panel.getByRole("button", { name: "Close Your stream" }).click();
  await expect(playground.path).toBeVisible();
  await page.goto("about:blank"); // what it holds open would keep the server
  await server.close();
});

test("a server that is down is listed as such", async ({ page, playground }) => {
  await closeStranger();
  const yours = new YourStream(page);
  await playground.open();
  await page.keyboard.press("9");
  const { status } = await fetch(`${proxy}/down`);
  expect(status).toBe(502);
  await expect(yours.row("/down")).toContainText("server down");
  await yours.pick("/down");
  await expect(playground.verdict).toHaveText(`localhost:${port} is down`);
});
