import type { Key } from "../keys/keys.ts";
import { freeze } from "../playground/freeze.ts";
import type { Playground } from "../playground/playground.ts";
import { togglePresenter } from "../playground/presenter.ts";
import { texts } from "../texts.ts";
import { toggleTheme } from "./theme.ts";

/** What the keys do that change how the page stands. */
export type View = {
  toggleScript(): void;
  closeScript(): void;
  toggleSound(): void;
  showKeys(): void;
  stepThrough(): void;
  breakIt(): void;
  share(): void;
  showBrowser(): void;
};

/**
 * The keys that count anywhere on the page, in the order of the sheet. To add one, add a line here and
 * its name in texts.ts: it is listened to and stands on the sheet.
 */
export function pageKeys(page: Playground, view: View): readonly Key[] {
  const { names } = texts.keys;
  return [
    { key: " ", name: names.run, act: () => (page.isGoing ? page.stop() : void page.run()) },
    {
      key: "c",
      name: names.compress,
      act: () => page.turn({ compress: !page.switches.compress }),
    },
    {
      key: "n",
      name: names.noTransform,
      act: () => page.turn({ noTransform: !page.switches.noTransform }),
    },
    { key: "x", name: names.proxy, act: () => page.turn({ proxy: !page.switches.proxy }) },
    { key: "s", name: names.sideBySide, act: () => void page.sideBySide() },
    { key: "1", name: names.eventsource, act: () => page.toggle("eventsource") },
    { key: "2", name: names.fetch, act: () => page.toggle("fetch") },
    { key: "[", name: names.previousStream, act: () => page.chooseNext(-1) },
    { key: "]", name: names.nextStream, act: () => page.chooseNext(1) },
    { key: "e", name: names.script, act: view.toggleScript },
    { key: "Escape", name: names.closeScript, act: view.closeScript },
    { key: "b", name: names.parser, act: view.stepThrough },
    { key: "o", name: names.faults, act: view.breakIt },
    { key: "f", name: names.freeze, act: freeze },
    { key: "p", name: names.presenter, act: togglePresenter },
    { key: "t", name: names.theme, act: toggleTheme },
    { key: "h", name: names.share, act: view.share },
    { key: "i", name: names.browser, act: view.showBrowser },
    { key: "m", name: names.sound, act: view.toggleSound },
    { key: "?", name: names.keys, act: view.showKeys },
  ];
}
