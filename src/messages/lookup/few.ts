import type { PartyCode } from "../../almanac/party.ts";

/** What reading a view needs of the register of parties: whether there is one of a code. */
export interface Known {
  party(code: PartyCode): { readonly code: PartyCode } | undefined;
}

/** So many characters of codes fit into a custom_id beside the rest of a view, and the mark that delivery adds. */
const LONGEST = 45;

/** Parties as a custom_id carries them. */
export function codesText(codes: readonly PartyCode[]): string {
  return codes.join(".");
}

/** Whether they fit there. */
export function areFew(codes: readonly PartyCode[]): boolean {
  return codesText(codes).length <= LONGEST;
}

/** The party of a code as a custom_id carries it, which anybody can forge; undefined where there is none. */
export function readCode(code: string | undefined, known: Known): PartyCode | undefined {
  return code === undefined ? undefined : known.party(code)?.code;
}

/** The inverse of codesText; undefined where one of them is no party's. */
export function readCodes(text: string | undefined, known: Known): readonly PartyCode[] | undefined {
  const written = (text ?? "").split(".").filter((code) => code !== "");
  const codes = written.flatMap((code) => readCode(code, known) ?? []);
  return codes.length === written.length ? codes : undefined;
}
