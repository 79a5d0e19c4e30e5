/** The keys that count anywhere on the page, in the order of the sheet, which shows each that is added here. */
import { type Moment, moments } from "../../lessons/moments.ts";
import type { Key } from "../keys/keys.ts";
import { freeze } from "../playground/freeze.ts";
import type { Playground } from "../playground/playground.ts";
import { togglePresenter } from "../playground/presenter.ts";
import { toggleTheme } from "./theme.ts";

type PartActions = {
  toggleScript(): void;
  closeScript(): void;
  enlargeNext(): void;
  setBack(): void;
  toggleSound(): void;
  show(dialog: "keys" | "share" | "browser"): void;
  stepThrough(): void;
  breakIt(): void;
  learn(): void;
  playMoment(moment: Moment): void;
  yourStream(): void;
};

/** These do something in a saved file, which has no server. */
const IN_A_FILE = new Set(["e", "Escape", "g", "q", "b", "p", "t", "h", "m", "?"]);

export function pageKeys(page: Playground, parts: PartActions): readonly Key[] {
  const flip = (name: "compress" | "noTransform" | "proxy") => () =>
    page.turn({ [name]: !page.switches[name] });
  const keys: readonly Key[] = [
    { key: " ", name: "Run, or stop", act: () => (page.isGoing ? page.stop() : void page.run()) },
    { key: "c", name: "Flip compress", act: flip("compress") },
    { key: "n", name: "Flip no-transform", act: flip("noTransform") },
    { key: "x", name: "Proxy on or off", act: flip("proxy") },
    { key: "s", name: "Side by side, or one path again", act: () => page.toggleSideBySide() },
    {
      key: "1",
      name: "Connect EventSource alone, or disconnect it",
      act: () => page.toggle("eventsource"),
    },
    { key: "2", name: "Connect fetch alone, or disconnect it", act: () => page.toggle("fetch") },
    { key: "[", name: "Previous stream", act: () => page.chooseNext(-1) },
    { key: "]", name: "Next stream", act: () => page.chooseNext(1) },
    { key: "e", name: "Open the script, where it is a drawer", act: parts.toggleScript },
    { key: "Escape", name: "Close the script; no part is large any more", act: parts.closeScript },
    { key: "g", name: "Show one part large, then the next", act: parts.enlargeNext },
    { key: "q", name: "Set everything back: switches, script, log, panels", act: parts.setBack },
    { key: "b", name: "Step through what the parser did", act: parts.stepThrough },
    { key: "o", name: "Break it", act: parts.breakIt },
    { key: "u", name: "Learn; out of a lesson, and back", act: parts.learn },
    { key: "f", name: "Freeze this page for two seconds", act: freeze },
    { key: "p", name: "Presenter mode", act: togglePresenter },
    ...moments.map((moment) => ({
      key: moment.key,
      name: `A scene that plays by itself: ${moment.title}`,
      act: () => parts.playMoment(moment),
    })),
    { key: "t", name: "Light or dark", act: toggleTheme },
    { key: "h", name: "Share: link, files, code", act: () => parts.show("share") },
    { key: "i", name: "Measure this browser", act: () => parts.show("browser") },
    { key: "9", name: "Your stream: what left your own server", act: parts.yourStream },
    { key: "m", name: "Sound on or off", act: parts.toggleSound },
    { key: "?", name: "This sheet", act: () => parts.show("keys") },
  ];
  return page.isViewer ? keys.filter(({ key }) => IN_A_FILE.has(key)) : keys;
}
