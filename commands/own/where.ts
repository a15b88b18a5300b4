import { LEAP_DAY } from "../../src/almanac/anniversary.ts";
import { compareDates } from "../../src/almanac/calendar.ts";
import { type LocalDate, parseLocalDate } from "../../src/almanac/date.ts";
import type { OwnEventContent } from "../../src/almanac/own-event.ts";
import type { Register } from "../../src/almanac/parties/register.ts";
import { isBegun, isChannelGone, isPublished, isRefused, type Subscription } from "../../src/delivery/subscription.ts";
import { dateOf } from "../../src/delivery/wall.ts";
import { nextOn, type OwnLeavingOut, ownLeftOut } from "../../src/digest/own.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";

interface Where {
  readonly event: OwnEventContent;
  readonly calendars: readonly Subscription[];
  readonly parties: Pick<Register, "lineageOf" | "successorsOf">;
  readonly today: LocalDate;
  readonly language: Language;
}

const HIDING = [
  "parties",
  "families",
  "published",
  "not-begun",
  "paused",
  "suspended",
  "gone",
] as const satisfies readonly (OwnLeavingOut | Hiding)[];
/** What keeps all own dates out of a calendar. */
type Hiding = "published" | "not-begun" | "paused" | "suspended" | "gone";

/** The next day on which an own date is shown: in the posts of the server's calendars, else where it is asked for. */
export function nextShown({ event, calendars, today }: Pick<Where, "event" | "calendars" | "today">): LocalDate {
  const dates = calendars.map(({ nextDue, selection }) =>
    nextOn(event, parseLocalDate(dateOf(nextDue ?? "")) ?? today, selection.leapDay),
  );
  return dates.toSorted(compareDates)[0] ?? nextOn(event, today, LEAP_DAY);
}

/** When and in which channels an own date is shown next, and in which it is not and why: a line of markdown each. */
export function whereShown(where: Where): readonly string[] {
  const { event, calendars, parties, language } = where;
  const groups = Map.groupBy(
    calendars,
    (calendar) => hidingIn(calendar) ?? ownLeftOut(event, calendar.selection, { parties }) ?? "shown",
  );
  const channelsOf = (group: (typeof HIDING)[number] | "shown"): string =>
    language.list((groups.get(group) ?? []).map(({ channelId }) => `<#${channelId}>`));
  const shown = groups.get("shown") ?? [];
  const date = escapeMarkdown(language.weekday(nextShown({ ...where, calendars: shown })));
  return [
    shown.length > 0
      ? language.text("own.next", { date, channels: channelsOf("shown") })
      : language.text(calendars.length === 0 ? "own.nowhere" : "own.only-asked", { date }),
    ...HIDING.filter((group) => groups.has(group)).map((group) =>
      language.text(`own.hidden.${group}`, { channels: channelsOf(group) }),
    ),
  ];
}

function hidingIn(calendar: Subscription): Hiding | undefined {
  if (isChannelGone(calendar)) return "gone";
  if (isPublished(calendar)) return "published";
  if (!isBegun(calendar)) return "not-begun";
  if (calendar.standing.state === "paused") return "paused";
  return isRefused(calendar) ? "suspended" : undefined;
}
