import type { PartialDate } from "../date.ts";
import type { Event } from "../event.ts";
import type { PartyCode } from "../party.ts";
import { firstDayOf } from "./existence.ts";
import type { Register } from "./register.ts";

/**
 * The members of an organisation on a date, computed from events of the kinds joined and left (others are passed over).
 * A date known to the month or year counts from its first day. An organisation that continues another begins with the
 * other's members; a member that is no more is succeeded by the party that continues it.
 */
export function membersOn(
  register: Register,
  organisation: PartyCode,
  date: PartialDate,
  events: readonly Event[],
): ReadonlySet<PartyCode> {
  const day = firstDayOf(date);
  const line = register.lineageOf(organisation);
  const members = new Set<PartyCode>();
  const changes = events
    .filter((event) => (event.kind === "joined" || event.kind === "left") && firstDayOf(event.date) <= day)
    .filter((event) => line.has(event.parties[1] ?? ""))
    .sort((one, other) => firstDayOf(one.date) - firstDayOf(other.date));
  for (const { kind, parties } of changes) {
    if (kind === "joined") members.add(parties[0]);
    else members.delete(parties[0]);
  }
  return members;
}
