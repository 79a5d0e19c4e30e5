/** Light or dark: an attribute of the page, which style sheets go by. */
import { recall, remember } from "../playground/memory.ts";

/** Follows the system's choice of light or dark, until somebody chooses here. */
export function startTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => apply(recall("theme") ?? (system.matches ? "dark" : "light"));
  system.addEventListener("change", follow);
  follow();
}

export function toggleTheme(): void {
  const theme = document.documentElement.dataset["theme"] === "dark" ? "light" : "dark";
  apply(theme);
  remember("theme", theme);
}

function apply(theme: string): void {
  document.documentElement.dataset["theme"] = theme === "dark" ? "dark" : "light";
}
