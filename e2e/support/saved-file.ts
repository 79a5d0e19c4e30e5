import type { Page } from "@playwright/test";

/** A file that the page gave to be saved. */
export type SavedFile = { name: string; text: string };

/** The file that `act` saves, read where the page hands it over: not every driver tells of downloads. */
export async function savedFile(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const saved = await page.evaluateHandle(() => {
    const { click } = HTMLAnchorElement.prototype;
    const file = Promise.withResolvers<{ name: string; text: string }>();
    HTMLAnchorElement.prototype.click = async function () {
      HTMLAnchorElement.prototype.click = click;
      file.resolve({ name: this.download, text: await (await fetch(this.href)).text() });
    };
    return { file: file.promise }; // in an object: a promise by itself would be waited for here
  });
  await act();
  return await saved.evaluate(({ file }) => file);
}
