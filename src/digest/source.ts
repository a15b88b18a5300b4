import type { Almanac } from "../almanac/almanac.ts";
import type { Register } from "../almanac/parties/register.ts";

/** What a digest needs of the almanac: the occasions of a day, what is known of two parties, and who continues whom. */
export interface DigestSource extends Pick<Almanac, "occasionsOn" | "find" | "pairCount" | "partyCount"> {
  readonly parties: Pick<Register, "lineageOf" | "successorsOf">;
}
