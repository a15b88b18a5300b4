import type { Almanac } from "./almanac.ts";
import type { PartyCode } from "./party.ts";
import { isBrokenByFormer, lastingSince, type Tie } from "./ties.ts";
import { type Traces, tracesOf } from "./ties-traces.ts";

/**
 * How the relations of two stand, by what is on record: they last, since a beginning; that they began, or began again, is doubtful; they
 * were resumed after a break or a war, when is not on record; perhaps they were; they are over; or nothing of the two themselves is known.
 */
export type Standing = "lasting" | "doubtful" | "resumed" | "perhaps" | "over" | "unknown";

/**
 * How the relations of two stand. A break by the two is the last word unless an embassy, or what else only those have that have relations,
 * says otherwise; what two members of the United Nations agreed since leaves it open. Of others it says nothing: a state that few recognise
 * makes treaties with those that broke off relations with it. After a war any dealings show that there are relations.
 */
export function standingOf(
  tie: Tie,
  pair: readonly [PartyCode, PartyCode],
  almanac: Pick<Almanac, "find" | "parties">,
): Standing {
  if (lastingSince(tie) !== undefined) return "lasting";
  if (tie.doubtful.length > 0) return "doubtful";
  const how = tie.stretches.at(-1)?.ended?.how;
  if (how !== "broken" && how !== "war") return "unknown";
  if (tie.signs.length > 0) return "resumed";
  const dealt = (): Traces | undefined => tracesOf(tie, pair, almanac);
  if (how === "war" || isBrokenByFormer(tie)) return dealt() === undefined ? "perhaps" : "resumed";
  const areMembers = pair.every((code) => almanac.parties.party(code)?.unMemberSince !== undefined);
  return areMembers && dealt() !== undefined ? "perhaps" : "over";
}
