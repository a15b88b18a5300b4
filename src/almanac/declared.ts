import type { Event } from "./event.ts";

/** What the note of an independence says where it was declared and others did not recognise it then, or never did. */
const UNRECOGNISED = /\bdeclared\b|\bnot generally recognised\b|\brecognised only by\b/;
const DECLARATION = /\b(?:Declaration|Proclamation)\b/;

/** Whether an independence is known as what a state declared; it became independent, if ever, when others recognised it. */
export function isDeclared({ kind, name = "", note = "" }: Event): boolean {
  return kind === "independence" && (UNRECOGNISED.test(note) || DECLARATION.test(name));
}
