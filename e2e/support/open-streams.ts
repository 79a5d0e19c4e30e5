import type { Page, Request } from "@playwright/test";

/** Follows the event streams that a page opens from now on: those that are open, and the lanes that asked. */
export class OpenStreams {
  readonly lanes = new Set<string>();
  readonly #open = new Map<Request, string>();

  constructor(page: Page) {
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (!/^\/api\/(sse|tap)/.test(pathname)) return;
      this.#open.set(request, request.url());
      this.lanes.add(searchParams.get("lane") ?? "tap");
    });
    page.on("requestfinished", (request) => this.#open.delete(request));
    page.on("requestfailed", (request) => this.#open.delete(request));
  }

  get open(): string[] {
    return [...this.#open.values()];
  }
}
