import type { Slot } from "./ledger.ts";
import type { SubscriptionSettings } from "./subscription.ts";
import { weekdayOf } from "./wall.ts";

/** Which posts a subscription has on a local date (YYYY-MM-DD), in the order in which they go out. */
export function slotsOn(
  date: string,
  settings: Pick<SubscriptionSettings, "channelKind" | "overviews" | "headsUpDays" | "weekly">,
): readonly Slot[] {
  if (settings.channelKind === "direct") return ["reminder"];
  const slots: Slot[] = ["daily"];
  if (settings.headsUpDays !== undefined) slots.push("heads-up");
  if (settings.weekly !== undefined && settings.weekly === weekdayOf(date)) slots.push("weekly");
  if (settings.overviews.month && date.endsWith("-01")) slots.push("month");
  if (settings.overviews.year && date.endsWith("-01-01")) slots.push("year");
  return slots;
}
