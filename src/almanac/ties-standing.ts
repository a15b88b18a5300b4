import type { Almanac } from "./almanac.ts";
import { compareDates } from "./calendar.ts";
import type { PartyCode } from "./party.ts";
import { lastingSince, type Tie } from "./ties.ts";
import { pastFor } from "./ties-past.ts";
import { haveTraces } from "./ties-traces.ts";
import type { War } from "./ties-wars.ts";

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
  if (isBrokenByOthers(tie, pair, almanac)) return "unknown";
  const haveDealt = (): boolean => haveTraces(tie, pair, almanac);
  if (how === "war" || isBrokenByFormer(tie)) return haveDealt() ? "resumed" : "perhaps";
  const areMembers = pair.every((code) => almanac.parties.party(code)?.unMemberSince !== undefined);
  return areMembers && haveDealt() ? "perhaps" : "over";
}

/** Whether it was a former party that broke off relations, which neither of the two carries on: of theirs that says nothing. */
function isBrokenByOthers(
  { stretches }: Tie,
  pair: readonly [PartyCode, PartyCode],
  { parties }: Pick<Almanac, "parties">,
): boolean {
  const ended = stretches.at(-1)?.ended;
  const pastOf = pastFor(pair, parties);
  return ended?.how === "broken" && ended.by.parties.some((party) => !pastOf(party).isCarriedOn);
}

/**
 * Whether a government of another name than the state has today, such as Vichy France, broke off relations of which nothing else is on
 * record since a former state ended: what became of them since is not known from that.
 */
export function isBrokenByFormer({ stretches }: Tie): boolean {
  const [before, last] = stretches.slice(-2);
  const by = last?.ended?.how === "broken" && last.began === undefined ? last.ended.by : undefined;
  return before?.ended?.how === "lapsed" && by !== undefined && Object.keys(by.namesThen).length > 0;
}

/** Wars on record that began after the beginning of the relations that last: nobody declared them, and what became of the relations is not on record. */
export function warsSince(tie: Tie): readonly War[] {
  const since = lastingSince(tie);
  return since === undefined ? [] : tie.wars.filter(({ began }) => compareDates(began.date, since.date) > 0);
}
