/** What somebody has picked in a select. */
export function picked({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : "";
}
