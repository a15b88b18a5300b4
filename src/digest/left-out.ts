import type { Occasion } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import { familyOf } from "../almanac/kind.ts";
import { digestFor } from "./compose.ts";
import type { Selection } from "./digest.ts";
import { asFollowed, type Concerns, concerns } from "./follow.ts";
import { isWorthwhile, ROUTINE_LINES, rankedFor } from "./ranking.ts";
import type { DigestSource } from "./source.ts";

/** Why an occasion of a day is not in its digest, in the order in which the rules are asked; "lines" is that others fill them all. */
export const LEAVING_OUT = ["tier", "families", "parties", "routine", "lines"] as const;
export type LeavingOut = (typeof LEAVING_OUT)[number];

/** How many occasions of a date each rule keeps from the digest of a selection. With the digest's lines they are all of the day. */
export function leftOut(
  source: DigestSource,
  selection: Selection,
  date: LocalDate,
): Readonly<Record<LeavingOut, number>> {
  const all = source.occasionsOn(date, selection.leapDay);
  const isFollowed = concerns(selection, source);
  const early = all.map((occasion) => ruleOf(occasion, selection, isFollowed, source));
  const wanted = rankedFor(all, selection, source);
  const worthwhile = wanted.filter(({ occasion }) => isWorthwhile(occasion, source)).length;
  const shown = digestFor(source, selection, date).lines.length;
  const lines = shownAtMost(wanted.length, worthwhile, selection) - shown;
  const count = (rule: LeavingOut) => early.filter((each) => each === rule).length;
  return {
    tier: count("tier"),
    families: count("families"),
    parties: count("parties"),
    routine: wanted.length - shown - lines,
    lines,
  };
}

/** How many would be shown in as many lines as they need: of mere routine a few all the same. */
function shownAtMost(wanted: number, worthwhile: number, { routine }: Selection): number {
  if (worthwhile > 0) return worthwhile;
  return routine === "never" ? 0 : Math.min(wanted, ROUTINE_LINES);
}

function ruleOf(
  occasion: Occasion,
  selection: Selection,
  isFollowed: Concerns,
  source: DigestSource,
): LeavingOut | undefined {
  if (occasion.lead.tier < selection.tier) return "tier";
  const all = [occasion.lead, ...occasion.others];
  if (!all.some(({ event }) => selection.families.includes(familyOf(event.kind)))) return "families";
  return asFollowed(occasion, selection, isFollowed, source) === undefined ? "parties" : undefined;
}
