import type { Almanac } from "../almanac/almanac.ts";
import type { Register } from "../almanac/parties/register.ts";

/** What a digest needs of the almanac: what a day, a month or a year marks, what is known of two parties, and who continues whom. */
export interface DigestSource
  extends Pick<
    Almanac,
    "event" | "occasionsOn" | "monthOverview" | "yearOverview" | "find" | "pairCount" | "partyCount"
  > {
  readonly parties: Pick<Register, "lineageOf" | "successorsOf">;
}
