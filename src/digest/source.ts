import type { Almanac } from "../almanac/almanac.ts";
import type { Register } from "../almanac/parties/register.ts";

/** What a digest needs of the almanac: what a day, a month or a year marks, what is known of two parties, and who continues whom. */
export interface DigestSource
  extends Pick<
    Almanac,
    "event" | "occasionsOn" | "monthOverview" | "yearOverview" | "find" | "pairCount" | "partyCount" | "judgement"
  > {
  readonly parties: Pick<Register, "party"> & Kinship;
}

/** Who continues whom. */
export type Kinship = Pick<Register, "lineageOf" | "successorsOf">;
