import type { Tier } from "../../src/almanac/anniversary.ts";
import { formatDate, type LocalDate } from "../../src/almanac/date.ts";
import { mentionedRole } from "../../src/delivery/mention.ts";
import { slotsOn } from "../../src/delivery/slots.ts";
import { isPublished, type Subscription, takesThreads } from "../../src/delivery/subscription.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { settingPlain } from "./setting-words.ts";

/** The calendar's other posts of a date, in markdown; nothing where it has none. */
export function otherPosts(calendar: Subscription, date: LocalDate, language: Language): readonly string[] {
  const others = slotsOn(formatDate(date), calendar).filter((slot) => slot !== "daily");
  if (others.length === 0) return [];
  const posts = language.list(others.map((slot) => language.text(`admin.slot.${slot}`)));
  return [escapeMarkdown(language.text("admin.why.also", { posts }))];
}

/** What the post of the day does beside telling its lines, which have these tiers: whom it mentions, its thread, its followers; in markdown. */
export function doingsText(calendar: Subscription, tiers: readonly Tier[], language: Language): readonly string[] {
  const role = mentionedRole(calendar, tiers);
  return [
    ...(role === undefined ? [] : [language.text("admin.post.mentions", { role: `<@&${role}>` })]),
    ...(calendar.thread && takesThreads(calendar.channelKind) ? [language.text("admin.post.thread")] : []),
    ...(isPublished(calendar) ? [language.text("admin.post.followers")] : []),
  ];
}

/** What comes beside the post of every day, in plain text; nothing where nothing does. */
export function alsoComes({ overviews, weekly, headsUpDays }: Subscription, language: Language): readonly string[] {
  const posts = [
    ...(overviews.month ? [language.text("commands.setup.also-month")] : []),
    ...(overviews.year ? [language.text("commands.setup.also-year")] : []),
    ...(weekly === undefined
      ? []
      : [language.text("commands.setup.also-week", { weekday: settingPlain("weekly", String(weekly), language) })]),
    ...(headsUpDays === undefined ? [] : [language.text("commands.setup.also-ahead", { days: headsUpDays })]),
  ];
  return posts.length === 0 ? [] : [language.text("commands.setup.also", { posts: language.list(posts) })];
}
