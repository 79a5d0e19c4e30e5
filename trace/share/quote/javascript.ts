/** A value as JavaScript that means just that value, wherever it stands: in an expression, or in a comment of one line. */
import { UNSEEN } from "./unseen.ts";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/** In an object literal this sets the prototype; as a computed name it is one like any other. */
const PROTO = /(?<=[{,])"__proto__":/g; // within a string each quotation mark has a backslash before it
/** What ends or changes a script element, where somebody puts the code into a page. */
const MARKUP = /<(?=!--|\/?script)/gi;
/** JSON does not escape these itself. */
const CONTROL = /[\u007f-\u009f]/g;

/** Writes an expression of that value, in one line of legible characters. */
export function javascript(value: Json): string {
  return JSON.stringify(value)
    .replace(PROTO, '["__proto__"]:')
    .replace(MARKUP, escaped)
    .replace(CONTROL, escaped)
    .replace(UNSEEN, escaped);
}

/** Writes what a JSON text says. */
export function javascriptOf(json: string): string {
  return javascript(JSON.parse(json));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
