/**
 * Keys. Whoever listens to some tells their names with them, so the sheet of keys (?) shows what there is and
 * nothing else. A key of the whole page stands in client/app/page-keys.ts; an element that has keys of its own
 * makes a `KeysController`.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";

export type Key = {
  /** `KeyboardEvent.key` calls it so: `c`, `[`, `?`, ` `, `ArrowDown`. */
  key: string;
  /** The sheet of keys says in a few words what it does. */
  name: string;
  /** Left out where somebody else listens: an editor has a keymap of its own. */
  act?: () => void;
};

export type KeyGroup = { where: string; keys: readonly Key[] };

export const ANYWHERE = "Anywhere";

const groups = new Set<KeyGroup>();

/** Those of the page come first; each place once. */
export function shownKeys(): readonly KeyGroup[] {
  const places = Map.groupBy(groups, ({ where }) => where);
  return [...places]
    .map(([where, same]) => ({ where, keys: same.flatMap(({ keys }) => keys) }))
    .filter(({ keys }) => keys.length > 0);
}

/**
 * The keys of an element, for as long as it is on the page. They act when one is pressed alone, rest while
 * somebody types or a dialog is open, and leave a focused control its own keys.
 */
export class KeysController implements ReactiveController {
  readonly #groupOf: () => KeyGroup;
  readonly #target: Window | HTMLElement;
  #group: KeyGroup | undefined;

  /** `group` is asked when the element comes to the page. Its keys count inside `target`. */
  constructor(
    host: ReactiveControllerHost,
    group: () => KeyGroup,
    target: Window | HTMLElement = window,
  ) {
    this.#groupOf = group;
    this.#target = target;
    host.addController(this);
  }

  hostConnected(): void {
    this.#group = this.#groupOf();
    groups.add(this.#group);
    this.#target.addEventListener("keydown", this.#press);
  }

  hostDisconnected(): void {
    if (this.#group !== undefined) groups.delete(this.#group);
    this.#target.removeEventListener("keydown", this.#press);
  }

  readonly #press = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const pressed = event.key.toLowerCase();
    const found = this.#group?.keys.find(({ key, act }) => act && key.toLowerCase() === pressed);
    if (found === undefined || belongsToControl(event)) return;
    event.preventDefault();
    found.act?.();
  };
}

function belongsToControl(event: KeyboardEvent): boolean {
  const path = event.composedPath();
  if (path.some((element) => element instanceof HTMLDialogElement)) return true;
  const [target] = path;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input:not([type=radio]), textarea, select")) {
    return true;
  }
  return event.key === " " && target.matches("button, a, summary, input");
}
