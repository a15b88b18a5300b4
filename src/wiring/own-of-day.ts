import type { Needs } from "../../commands/needs.ts";
import type { Almanac } from "../almanac/almanac.ts";
import { LEAP_DAY } from "../almanac/anniversary.ts";
import { markedOn } from "../almanac/calendar.ts";
import type { OwnEvent } from "../almanac/own-event.ts";
import type { OwnEventStore } from "../delivery/own-events.ts";
import { EVERYTHING } from "../digest/digest.ts";
import { type OwnAnniversary, ownAhead, ownFor } from "../digest/own.ts";
import { within } from "../discord/within.ts";
import type { Log } from "../log.ts";
import type { OwnOfDay } from "../messages/own/own-section.ts";
import type { Clock } from "../ports.ts";

/** So many milliseconds a lookup waits for what is stored of its server: it answers without it rather than late. */
export const LOOKUP_PATIENCE = 300;

/** The asking server's own dates, for the commands that tell a day or what is to come. */
export function ownForLookups({
  almanac,
  ownEvents,
  clock,
  log,
}: {
  readonly almanac: Pick<Almanac, "parties">;
  readonly ownEvents: Pick<OwnEventStore, "onDays" | "ofGuild">;
  readonly clock: Clock;
  readonly log: Pick<Log, "warn">;
}): Pick<Needs, "ownOfDay" | "ownAhead"> {
  const inTime = async (
    reading: Promise<readonly OwnEvent[]>,
    shown: (events: readonly OwnEvent[]) => readonly OwnAnniversary[],
  ): Promise<OwnOfDay> => {
    try {
      return shown(await within(LOOKUP_PATIENCE, clock, reading));
    } catch (error) {
      log.warn({ err: error }, "a server's own dates cannot be read, answering without them");
      return "unread";
    }
  };
  return {
    async ownOfDay({ guild }, { date, following }) {
      if (guild === undefined || date.precision !== "day") return [];
      return inTime(
        ownEvents.onDays(guild.id, markedOn(date, LEAP_DAY)),
        (events) => ownFor(events, { ...EVERYTHING, parties: following }, date, almanac).shown,
      );
    },
    async ownAhead({ guild }, days, following) {
      if (guild === undefined) return [];
      return inTime(ownEvents.ofGuild(guild.id), (events) =>
        ownAhead(events, { ...EVERYTHING, parties: following }, days, almanac),
      );
    },
  };
}
