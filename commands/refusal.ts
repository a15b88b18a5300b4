import type { Refusal } from "./command.ts";

/** A person's mistake, answered kindly: what happened and what to do next, in plain text. */
export function refusal(text: string): Refusal {
  return { kind: "refusal", text };
}

/** The same, as what a reader of typed text came to. */
export function refused(text: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: refusal(text) };
}
