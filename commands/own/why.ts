import type { LocalDate } from "../../src/almanac/date.ts";
import type { OwnEvent } from "../../src/almanac/own-event.ts";
import { isPublished, type Subscription } from "../../src/delivery/subscription.ts";
import { type OwnDigest, ownFor, ownOn } from "../../src/digest/own.ts";
import type { Kinship } from "../../src/digest/source.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { ownLine } from "../../src/messages/own/own-line.ts";

/** What a calendar shows of its server's own dates on a date, and what it leaves out by which rule. */
export interface OwnOfCalendar extends Pick<OwnDigest, "shown"> {
  readonly leftOut: Readonly<Record<keyof OwnDigest["leftOut"] | "published", number>>;
}

/** Of a server's own dates those that a calendar shows on a date; nothing where its posts go on to other servers. */
export function ownOfCalendar(
  events: readonly OwnEvent[],
  calendar: Subscription,
  date: LocalDate,
  source: { readonly parties: Kinship },
): OwnOfCalendar {
  if (isPublished(calendar)) {
    const published = ownOn(events, date, calendar.selection.leapDay).length;
    return { shown: [], leftOut: { families: 0, parties: 0, published } };
  }
  const { shown, leftOut } = ownFor(events, calendar.selection, date, source);
  return { shown, leftOut: { ...leftOut, published: 0 } };
}

/** A line of markdown for each that is shown. */
export function ownLinesOf({ shown }: OwnOfCalendar, language: Language): readonly string[] {
  return shown.map((each) => ownLine(each, language).markdown);
}

/** How many are left out by each rule: a small line of markdown each. */
export function ownRules({ leftOut }: OwnOfCalendar, language: Language): readonly string[] {
  return (["parties", "families", "published"] as const)
    .filter((rule) => leftOut[rule] > 0)
    .map((rule) => `-# ${escapeMarkdown(language.text(`own.left-out.${rule}`, { count: leftOut[rule] }))}`);
}
