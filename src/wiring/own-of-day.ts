import type { Needs } from "../../commands/needs.ts";
import type { Almanac } from "../almanac/almanac.ts";
import { LEAP_DAY } from "../almanac/anniversary.ts";
import { markedOn } from "../almanac/calendar.ts";
import type { OwnEventStore } from "../delivery/own-events.ts";
import { EVERYTHING } from "../digest/digest.ts";
import { ownFor } from "../digest/own.ts";
import { within } from "../discord/within.ts";
import type { Log } from "../log.ts";
import type { Clock } from "../ports.ts";

/** So many milliseconds a lookup waits for what is stored of its server: it answers without it rather than late. */
export const LOOKUP_PATIENCE = 300;

/** The asking server's own dates of a day, for the commands that tell a day. */
export function ownOfDay({
  almanac,
  ownEvents,
  clock,
  log,
}: {
  readonly almanac: Pick<Almanac, "parties">;
  readonly ownEvents: Pick<OwnEventStore, "onDays">;
  readonly clock: Clock;
  readonly log: Pick<Log, "warn">;
}): Needs["ownOfDay"] {
  return async ({ guild }, { date, following }) => {
    if (guild === undefined || date.precision !== "day") return [];
    try {
      const events = await within(LOOKUP_PATIENCE, clock, ownEvents.onDays(guild.id, markedOn(date, LEAP_DAY)));
      return ownFor(events, { ...EVERYTHING, parties: following }, date, almanac).shown;
    } catch (error) {
      log.warn({ err: error }, "a server's own dates cannot be read, answering without them");
      return "unread";
    }
  };
}
