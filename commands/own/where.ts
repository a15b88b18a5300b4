import { LEAP_DAY } from "../../src/almanac/anniversary.ts";
import { compareDates } from "../../src/almanac/calendar.ts";
import { type LocalDate, parseLocalDate } from "../../src/almanac/date.ts";
import type { OwnEvent, OwnEventContent } from "../../src/almanac/own-event.ts";
import type { Register } from "../../src/almanac/parties/register.ts";
import { isBegun, isChannelGone, isPublished, isRefused, type Subscription } from "../../src/delivery/subscription.ts";
import { dateOf } from "../../src/delivery/wall.ts";
import { nextOn, type OwnLeavingOut, ownFor, ownLeftOut } from "../../src/digest/own.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { roomForOwn } from "../../src/messages/own/own-section.ts";

interface Where {
  readonly event: OwnEvent;
  /** All of the server, this one among them. */
  readonly own: readonly OwnEvent[];
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
export function nextShown({
  event,
  calendars,
  today,
}: Pick<Where, "calendars" | "today"> & { readonly event: OwnEventContent }): LocalDate {
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
    (calendar) =>
      hidingIn(calendar) ??
      ownLeftOut(event, calendar.selection, { parties }) ??
      (isBehind(calendar, where) ? "behind" : "shown"),
  );
  const channelsOf = (group: (typeof HIDING)[number] | "shown" | "behind"): string =>
    language.list((groups.get(group) ?? []).map(({ channelId }) => `<#${channelId}>`));
  const dateFor = (group: readonly Subscription[]) =>
    escapeMarkdown(language.weekday(nextShown({ ...where, calendars: group })));
  const [shown = [], behind = []] = [groups.get("shown"), groups.get("behind")];
  const button = escapeMarkdown(language.text("post.whole-day"));
  const nowhere = shown.length + behind.length === 0;
  return [
    ...(shown.length > 0 ? [language.text("own.next", { date: dateFor(shown), channels: channelsOf("shown") })] : []),
    ...(behind.length > 0
      ? [language.text("own.behind", { date: dateFor(behind), channels: channelsOf("behind"), button })]
      : []),
    ...(nowhere
      ? [language.text(calendars.length === 0 ? "own.nowhere" : "own.only-asked", { date: dateFor([]) })]
      : []),
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

/** Whether the post of its next day has no room for it, since others of that day come first. */
function isBehind(calendar: Subscription, { event, own, parties, today, language }: Where): boolean {
  const on = nextShown({ event, calendars: [calendar], today });
  const { shown } = ownFor(own, calendar.selection, on, { parties });
  return shown.findIndex((each) => each.event.id === event.id) >= roomForOwn(shown, language);
}
