import type { Page } from "@playwright/test";

/** A file that the page gave to be saved. */
export type SavedFile = { name: string; text: string };

/** The file that `act` saves, read where the page hands it over: not every driver tells of downloads. */
export async function savedFile(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const saved = await page.evaluateHandle(() => {
    const { click } = HTMLAnchorElement.prototype;
    const { createObjectURL } = URL;
    let blob: Blob | MediaSource = new Blob(); // read here: the built page's policy lets nobody fetch it
    URL.createObjectURL = (object) => {
      blob = object;
      return createObjectURL(object);
    };
    const file = Promise.withResolvers<{ name: string; text: string }>();
    HTMLAnchorElement.prototype.click = async function () {
      HTMLAnchorElement.prototype.click = click;
      URL.createObjectURL = createObjectURL;
      if (blob instanceof Blob) file.resolve({ name: this.download, text: await blob.text() });
    };
    return { file: file.promise }; // in an object: a promise by itself would be waited for here
  });
  await act();
  return await saved.evaluate(({ file }) => file);
}
