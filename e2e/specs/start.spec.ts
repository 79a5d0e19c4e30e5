/** What `npm start` shows in a browser, through each of its dev servers. */
import { expect, test } from "@playwright/test";
import { ports } from "../../server/http/ports.ts";

for (const [name, port, compress] of [
  ["page", ports.page, false],
  ["twin", ports.twin, true],
] as const) {
  test(`the ${name} shows the playground and tells its setting`, async ({ page, request }) => {
    const answer = await request.get(`http://localhost:${port}/dev-server`);
    expect(await answer.json()).toEqual({ port, compress });

    await page.goto(`http://localhost:${port}/`);
    await expect(page).toHaveTitle("SSE Playground");
    await expect(page.getByRole("button", { name: "Run" })).toBeVisible();
  });
}
