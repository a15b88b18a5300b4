import { isPostAt, type PostAt, type SubscriptionSettings } from "./subscription.ts";

/** What a calendar has that nobody chose otherwise; its zone, language and selection are the server's. */
export const DEFAULT_SETTINGS = {
  postAt: nineInTheMorning(),
  presets: [],
  mention: undefined,
  lateWindow: 12 * 60,
  crosspost: false,
  thread: false,
  forumTags: [],
  overviews: { month: true, year: true },
  headsUpDays: undefined,
  weekly: undefined,
  reminders: [],
} as const satisfies Partial<SubscriptionSettings>;

function nineInTheMorning(): PostAt {
  const hour = "09:00";
  if (!isPostAt(hour)) throw new RangeError(`${hour} is no time of day`);
  return hour;
}
