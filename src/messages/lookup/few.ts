import type { PartyCode } from "../../almanac/party.ts";

/** So many characters of codes fit into a custom_id beside the rest of a view. */
const LONGEST = 45;

/** Parties as a custom_id carries them. */
export function codesText(codes: readonly PartyCode[]): string {
  return codes.join(".");
}

/** Whether they fit there. */
export function areFew(codes: readonly PartyCode[]): boolean {
  return codesText(codes).length <= LONGEST;
}

/** The inverse of codesText. */
export function readCodes(text = ""): readonly PartyCode[] {
  return text.split(".").filter((code) => code !== "");
}
