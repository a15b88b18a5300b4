import { randomInt } from "node:crypto";
import type { Needs } from "../../commands/needs.ts";
import project from "../../package.json" with { type: "json" };
import type { Almanac } from "../almanac/almanac.ts";
import { parseLocalDate } from "../almanac/date.ts";
import type { Presets } from "../almanac/parties/presets.ts";
import type { Places } from "../almanac/places.ts";
import { createComposer } from "../delivery/composer.ts";
import type { Subscription } from "../delivery/subscription.ts";
import { dateOf, UTC, wallAt } from "../delivery/wall.ts";
import { namedBy } from "../digest/follow.ts";
import { within } from "../discord/within.ts";
import type { Log } from "../log.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import type { Clock, Discord, Store } from "../ports.ts";
import { administration } from "./administration.ts";
import { calendarFiles } from "./calendar-files.ts";
import { LOOKUP_PATIENCE, ownForLookups } from "./own-of-day.ts";

/** The commands' verbs, on the archive in memory and the store. */
export function createNeeds(parts: {
  readonly almanac: Almanac;
  readonly catalogue: Catalogue;
  readonly presets: Presets;
  readonly places: Places;
  readonly store: Store;
  /** The machine's time. */
  readonly clock: Clock;
  readonly log: Log;
  readonly issuesUrl: string | undefined;
  readonly feedUrl?: string | undefined;
  readonly posting: Pick<Discord, "createMessage" | "createForumPost">;
  /** What Discord is asked while a person waits. */
  readonly asked: Pick<Needs, "directMessages" | "readFile" | "forumTags" | "channelUnseen">;
}): Needs {
  const { almanac, catalogue, store, log, issuesUrl } = parts;
  const calendarsOf = async (guildId: string | undefined): Promise<readonly Subscription[]> => {
    if (guildId === undefined) return [];
    try {
      return await within(LOOKUP_PATIENCE, parts.clock, store.subscriptions.ofGuild(guildId));
    } catch (error) {
      log.warn({ err: error }, "the server's calendars cannot be read, answering as if it had none");
      return [];
    }
  };
  const zoneOf = async (guildId: string | undefined) => (await calendarsOf(guildId))[0]?.zone ?? UTC;
  return {
    language: (locale) => catalogue.language(locale),
    almanac,
    issuesUrl,
    calendar: calendarFiles(almanac, catalogue),
    feedUrl: parts.feedUrl,
    version: project.version,
    random: (below) => randomInt(below),
    parties: almanac.parties,
    reminders: store.reminders,
    ownEvents: store.ownEvents,
    ownDrafts: store.ownDrafts,
    ...ownForLookups({ almanac, ownEvents: store.ownEvents, clock: parts.clock, log }),
    ...parts.asked,
    zone: ({ guild }) => zoneOf(guild?.id),
    presets: parts.presets,
    places: parts.places,
    async today({ guild, now }) {
      const text = dateOf(wallAt(now, await zoneOf(guild?.id)));
      const date = parseLocalDate(text);
      if (date === undefined) throw new RangeError(`${text} is no date`);
      return date;
    },
    async following({ guild }) {
      const calendars = await calendarsOf(guild?.id);
      return [...new Set(calendars.flatMap(({ selection }) => namedBy(selection)))];
    },
    subscriptions: (guildId) => store.subscriptions.ofGuild(guildId),
    ...administration(parts, createComposer(almanac, catalogue)),
  };
}
