import { join } from "node:path";
import { readPartyData } from "../../../src/almanac/parties/load.ts";
import { createRegister } from "../../../src/almanac/parties/register.ts";

/** The data that the project ships. */
export const DATA = join(import.meta.dirname, "../../../data");
export const { data, faults } = readPartyData(DATA);
export const register = createRegister(data);

export function codes(hits: readonly { readonly party: { readonly code: string } }[]): readonly string[] {
  return hits.map(({ party }) => party.code);
}
