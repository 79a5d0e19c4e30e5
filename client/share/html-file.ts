/**
 * One HTML file that holds a trace and the viewer, and asks nobody for anything: its policy lets it run
 * its own script and load nothing. What a stream brought stands in it as data and cannot end it.
 */
import { toBase64 } from "../../trace/file/base64.ts";
import { html, jsonInHtml, scriptInHtml } from "../../trace/share/quote/html.ts";

/** `viewer`: the bundle of viewer.ts; `trace`: as writeTrace made it; `licences`: of what is in the viewer. */
export function htmlFile(title: string, viewer: string, trace: string, licences: string): string {
  const nonce = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${html(title)}</title>
</head>
<body>
<pre id="licences" hidden>
${html(licences)}</pre>
<script type="application/json" id="trace">${jsonInHtml(trace)}</script>
<script nonce="${nonce}">${scriptInHtml(viewer)}</script>
</body>
</html>
`;
}
