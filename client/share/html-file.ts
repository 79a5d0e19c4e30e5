/**
 * One HTML file that holds a trace and the viewer, and asks nobody for anything: its policy lets it run
 * its own script and load nothing. What a stream brought stands in it as data and cannot end it.
 */

/** The file. `viewer`: the bundle of viewer.ts; `trace`: as writeTrace made it. */
export function htmlFile(title: string, viewer: string, trace: string): string {
  const nonce = crypto.getRandomValues(new Uint8Array(16)).toHex();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body>
<script type="application/json" id="trace">${trace.replaceAll("<", "\\u003c")}</script>
<script nonce="${nonce}">${unendable(viewer)}</script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** In strings, templates and regular expressions, the only places where a bundle holds these. */
function unendable(script: string): string {
  return script.replace(/<(?=!--|\/?script)/gi, "\\x3c");
}
