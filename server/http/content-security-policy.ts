/**
 * Says what the built page may do: run and load what comes from its own origin, and nothing else. A stream
 * that brings markup, or a mistake of ours that lets it in, runs nothing.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'", // adopted sheets are free; styles of one element are set as `.style`, never as an attribute
  "img-src 'self' data:", // the icon
  "connect-src 'self'", // streams, tap and API: here the Node server serves the page itself
  "worker-src 'self'", // the watch over the page's own thread
  "base-uri 'none'",
  "form-action 'none'",
];

export const contentSecurityPolicy = DIRECTIVES.join("; ");
