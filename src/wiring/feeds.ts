import type { Almanac } from "../almanac/almanac.ts";
import { localDate } from "../almanac/calendar.ts";
import { UTC, wallAt } from "../delivery/wall.ts";
import type { FeedSource } from "../http/feed.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import { calendarFile } from "../messages/lookup/calendar-file.ts";
import { parseFeedPath } from "../messages/lookup/feed-path.ts";

/**
 * The calendars of feed-path.ts: the anniversaries of a year from the 1st of this month (UTC) on, so that a feed is the same for a month.
 * They know nobody and store nothing.
 */
export function createFeedSource(
  almanac: Pick<Almanac, "upcoming" | "parties">,
  catalogue: Pick<Catalogue, "language">,
): FeedSource {
  return {
    edition: (path, now) =>
      parseFeedPath(path, almanac.parties) === undefined ? undefined : wallAt(now, UTC).slice(0, 7),
    write(path, month) {
      const feed = parseFeedPath(path, almanac.parties);
      if (feed === undefined) throw new RangeError(`no feed has the path ${path}`);
      const from = localDate(Number(month.slice(0, 4)), Number(month.slice(5)), 1);
      return calendarFile(from, feed, almanac, catalogue.language(feed.locale)).text;
    },
  };
}
