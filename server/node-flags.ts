/**
 * What Node is told where it starts the server, and can't be told later: below so many MB V8 does not mark the whole heap.
 * Each buffer that passes counts as heap until it is gone, so with `--optimize-for-size` (main.ts) alone a heap is marked
 * again and again for what only passes. `npm run bench:target` says what that costs, `npm run soak:server` what memory
 * stays with it.
 */
export const nodeFlags = ["--initial-old-space-size=96"];
