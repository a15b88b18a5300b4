import type { Almanac } from "../almanac/almanac.ts";
import type { Register } from "../almanac/parties/register.ts";

/** What a digest needs: the occasions of a day and what is known of two parties, and who continues whom. */
export interface DigestSource {
  readonly almanac: Pick<Almanac, "occasionsOn" | "find" | "pairCount" | "partyCount">;
  readonly register: Pick<Register, "lineageOf" | "successorsOf">;
}
