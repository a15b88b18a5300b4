import type { Almanac } from "../../src/almanac/almanac.ts";
import type { LocalDate } from "../../src/almanac/date.ts";
import type { OwnEvent } from "../../src/almanac/own-event.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { LEAVING_OUT, leftOut } from "../../src/digest/left-out.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { ownOfCalendar, ownRules } from "../own/why.ts";

/** How much each rule leaves out of a calendar's post of a date, in markdown; empty where none leaves out anything. */
export function leftOutText(
  calendar: Subscription,
  date: LocalDate,
  { almanac, own }: { readonly almanac: Almanac; readonly own: readonly OwnEvent[] },
  language: Language,
): readonly string[] {
  const { selection } = calendar;
  const counts = leftOut(almanac, selection, date);
  const told = LEAVING_OUT.filter((rule) => counts[rule] > 0).map((rule) =>
    language.text(`admin.why.left-out.${rule}`, { count: counts[rule], most: selection.lines }),
  );
  const rules = escapeMarkdown(language.text("admin.why.left-out", { rules: told.join("; ") }));
  return [
    ...(told.length === 0 ? [] : [`-# ${rules}`]),
    ...ownRules(ownOfCalendar(own, calendar, date, almanac), language),
  ];
}
