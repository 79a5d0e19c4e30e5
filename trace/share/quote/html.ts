/** Says what stands in a file of HTML or XML as that and nothing else: text, JSON, a script of our own. */

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;", // else it is read as a line feed
};

/** Quotes `text` as text, or between quotation marks as an attribute. A NUL, which HTML cannot hold, becomes U+FFFD. */
export function html(text: string): string {
  return text
    .replaceAll("\0", "\ufffd")
    .replace(/[&<>"'\r]/g, (character) => NAMED[character] ?? "");
}

/** Quotes it as text in XML, which can hold fewer characters still: U+FFFD stands for the others. */
export function xml(text: string): string {
  return legalXml(text).replace(/[&<>\r]/g, (character) => NAMED[character] ?? "");
}

/** XML that was made of any text: without the characters that no file of XML may hold. */
export function legalXml(made: string): string {
  return made
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

/** JSON as the text of a script element of a type that is not run: it says the same, and cannot end it. */
export function jsonInHtml(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

/**
 * A script of our own as the text of a script element, which it cannot end. Only where such marks stand in
 * strings, templates and regular expressions, as they do in a bundle, does it say the same.
 */
export function scriptInHtml(script: string): string {
  return script.replace(/<(?=!--|\/?script)/gi, "\\x3c");
}
