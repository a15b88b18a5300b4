import { addDays, markedOn } from "../almanac/calendar.ts";
import { type LocalDate, parseLocalDate } from "../almanac/date.ts";
import type { OwnEvent } from "../almanac/own-event.ts";
import { WEEK } from "../digest/ahead.ts";
import type { Slot } from "./ledger.ts";
import type { OwnEventStore } from "./own-events.ts";
import { isPublished, type SubscriptionSettings } from "./subscription.ts";

type Settings = Pick<SubscriptionSettings, "guildId" | "selection" | "headsUpDays" | "crosspost" | "channelKind">;

/** The server's own dates on the days that a post is about; none for a post that goes on to other servers. */
export async function ownOfPost(
  { onDays }: Pick<OwnEventStore, "onDays">,
  { slot, localDate }: { readonly slot: Slot; readonly localDate: string },
  settings: Settings,
): Promise<readonly OwnEvent[]> {
  const date = parseLocalDate(localDate);
  if (date === undefined || isPublished(settings)) return [];
  const days = daysOf(slot, date, settings).flatMap((day) => markedOn(day, settings.selection.leapDay));
  return days.length === 0 ? [] : onDays(settings.guildId, days);
}

function daysOf(slot: Slot, date: LocalDate, { headsUpDays }: Settings): readonly LocalDate[] {
  switch (slot) {
    case "daily":
      return [date];
    case "heads-up":
      return headsUpDays === undefined ? [] : [addDays(date, headsUpDays)];
    case "weekly":
      return Array.from({ length: WEEK }, (_, index) => addDays(date, index + 1));
    case "month":
    case "year":
    case "reminder":
      return [];
  }
}
