/**
 * One page for all tests of a worker that want one alike: what a browser has loaded and compiled stays, which is
 * half of what a page costs. Each test finds it empty: no storage, no cookie, nothing that another one set.
 */
import { test as base, type Page, type ViewportSize } from "@playwright/test";

type Added = Awaited<ReturnType<Page["addInitScript"]>>;

class KeptPage {
  readonly page: Page;
  readonly #added: Added[] = [];

  constructor(page: Page) {
    this.page = page;
    const { addInitScript } = page;
    page.addInitScript = async (...script) => {
      const added: Added = await Reflect.apply(addInitScript, page, script);
      this.#added.push(added);
      return added;
    };
  }

  async begin(testId: string, viewport: ViewportSize | null): Promise<void> {
    await this.page.bringToFront(); // or Firefox gives no key to a page behind another one
    if (viewport !== null) await this.page.setViewportSize(viewport);
    await this.page.addInitScript((id) => {
      if (!location.protocol.startsWith("http") || sessionStorage.getItem("test") === id) return;
      localStorage.clear();
      sessionStorage.clear();
      sessionStorage.setItem("test", id);
    }, testId);
  }

  async end(): Promise<void> {
    const { page } = this;
    const context = page.context();
    for (const other of context.pages()) if (other !== page) await other.close();
    for (const event of ["request", "response"]) context.removeAllListeners(event);
    for (const event of ["console", "dialog", "pageerror", "request", "websocket"]) {
      page.removeAllListeners(event);
    }
    await page.unrouteAll();
    await context.unrouteAll();
    await page.goto("about:blank");
    await page.mouse.move(0, 0);
    for (const added of this.#added.splice(0)) await added.dispose();
    await context.clearCookies();
  }
}

export const test = base.extend<object, { kept: Map<string, KeptPage> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that no other fixture is needed
  kept: [async ({}, use) => await use(new Map()), { scope: "worker" }],

  context: async ({ page }, use) => await use(page.context()),

  page: async (
    {
      browser,
      kept,
      viewport,
      baseURL,
      bypassCSP,
      colorScheme,
      contextOptions,
      hasTouch,
      isMobile,
    },
    use,
    { testId },
  ) => {
    const wishes = [baseURL, bypassCSP, colorScheme, contextOptions, hasTouch, isMobile];
    const wanted = JSON.stringify(wishes);
    const one = kept.get(wanted) ?? new KeptPage(await (await browser.newContext()).newPage()); // Playwright adds the wishes
    kept.set(wanted, one);
    await one.begin(testId, viewport);
    await use(one.page);
    await one.end();
  },
});
