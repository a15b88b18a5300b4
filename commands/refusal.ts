import { clean, shorten } from "../src/messages/plain.ts";
import type { Refusal } from "./command.ts";

const LONGEST_QUOTE = 80;

/** A person's mistake, answered kindly: what happened and what to do next, in plain text. */
export function refusal(text: string): Refusal {
  return { kind: "refusal", text };
}

/** The same, as what a reader of typed text came to. */
export function refused(text: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: refusal(text) };
}

/** What somebody typed, as an answer names it: one clean line, not too long. */
export function quoted(typed: string): string {
  return shorten(clean(typed), LONGEST_QUOTE);
}
