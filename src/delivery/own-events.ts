import type { MonthDay } from "../almanac/calendar.ts";
import type { OwnEvent, OwnEventContent, OwnEventId } from "../almanac/own-event.ts";

/** The events as they are now; or how many there are already, where these would be more than a server may have. */
export type Added =
  | { readonly ok: true; readonly events: readonly OwnEvent[] }
  | { readonly ok: false; readonly present: number };

/** One before and after somebody changed it. */
export interface OwnEventChanged {
  readonly before: OwnEvent;
  readonly after: OwnEvent;
}

/** Servers' own dates. No verb sees those of another server. */
export interface OwnEventStore {
  /** By day of the year, then by year. */
  ofGuild(guildId: string): Promise<readonly OwnEvent[]>;
  /** Those of these days of the year, whatever their year, in that order. */
  onDays(guildId: string, days: readonly MonthDay[]): Promise<readonly OwnEvent[]>;
  find(guildId: string, id: OwnEventId): Promise<OwnEvent | undefined>;
  /** Adds all of them, each under an id of its own unless it brings one, or none where they are too many (OWN_LIMITS). */
  add(guildId: string, events: readonly (OwnEventContent & { readonly id?: OwnEventId })[]): Promise<Added>;
  /** Makes of one what a function says, one caller after the other; undefined where it is gone, or the function says so. */
  change(
    guildId: string,
    id: OwnEventId,
    made: (present: OwnEvent) => OwnEventContent | undefined,
  ): Promise<OwnEventChanged | undefined>;
  /** Deletes one; as it was, or undefined where it was gone already. */
  remove(guildId: string, id: OwnEventId): Promise<OwnEvent | undefined>;
}
