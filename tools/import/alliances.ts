import { byTrust, combine, type Draft } from "./draft.ts";
import { isUnnamedPact } from "./pacts.ts";
import { partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";
import { likeness } from "./treaties-match.ts";

/** How much of the shorter name must be in the longer. */
const LIKENESS = 0.6;
const ALLIES =
  /alliance|mutual (?:assistance|defen[cs]e|security|guarantee|aid)|security|friendship|friendl|amity|defen[cs]e|guarantee|aggression|neutrality|neighbo|brotherhood|fraternity|treaty of peace/i;

/**
 * One event of an alliance or pact and of the signature of the treaty that formed it, which two lists tell. It is what the more
 * trusted list calls it: the Maastricht Treaty is a treaty first, though ATOP finds an alliance in it.
 */
export function mergeAlliances(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  return [...Map.groupBy(drafts, ({ date, parties }) => `${date} ${partySet(parties)}`).values()].flatMap((group) => {
    const alliances = group.filter((draft) => draft.kind === "alliance-formed" || isUnnamedPact(draft));
    const [alliance] = alliances;
    if (alliance === undefined || alliances.length > 1) return group;
    const treaty = group
      .filter((other) => other !== alliance && other.kind === "treaty-signed" && isItsTreaty(alliance, other))
      .toSorted((a, b) => likeness(alliance, b) - likeness(alliance, a))[0];
    if (treaty === undefined) return group;
    const [leader, other] = byTrust(alliance, treaty) <= 0 ? [alliance, treaty] : [treaty, alliance];
    tally.merged(leader, other, "the alliance and the signature of its treaty");
    const merged: Draft = {
      ...combine(leader, other),
      name: alliance.name ?? treaty.name,
      note: alliance.note,
    };
    return [merged, ...group.filter((each) => each !== alliance && each !== treaty)];
  });
}

function isItsTreaty(alliance: Draft, treaty: Draft): boolean {
  if (alliance.name === undefined) return ALLIES.test(treaty.name ?? "");
  return likeness(alliance, treaty) >= LIKENESS;
}
