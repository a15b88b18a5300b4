import { hashOf } from "../almanac/archive/ids.ts";
import type { Reminder } from "../digest/reminders.ts";
import { customId } from "./custom-id.ts";
import type { Inquiry } from "./lookup/inquiry.ts";
import { listingMessage } from "./lookup/listing.ts";
import { choiceSelect } from "./lookup/selects.ts";
import { escapeMarkdown } from "./markdown.ts";
import { button, LIMITS, type MessagePayload } from "./payload.ts";
import { shorten } from "./plain.ts";
import { capitalised, readerOf } from "./sentence.ts";
import { datedLine } from "./wording.ts";

/** So many reminders a person may have: as many as a select can offer for removal. */
export const MOST_REMINDERS = 25;

/** What /reminders shows of a person. */
export interface RemindersView {
  readonly reminders: readonly Reminder[];
  readonly days: number;
  /** HH:mm, and the IANA name of its zone. */
  readonly hour: string;
  readonly zone: string;
  /** Their direct messages were found closed; then what is stored goes after so many days. */
  readonly isClosed: boolean;
  readonly grace: number;
}

/** One's reminders, when they come, and ways to remove them. */
export function remindersList(view: RemindersView, inquiry: Inquiry): MessagePayload {
  const { language } = inquiry;
  const { reminders, days, hour, zone, isClosed, grace } = view;
  const named = reminders.map((reminder) => ({ key: keyOf(reminder), name: reminderText(reminder, inquiry) }));
  const to = (key: "forget" | "again") =>
    button(shorten(language.text(`reminder.${key}`), LIMITS.label), customId("reminders", key));
  return listingMessage({
    heading: language.text("reminder.list"),
    summary: [
      escapeMarkdown(
        isClosed ? language.text("reminder.closed", { grace }) : language.text("reminder.when", { days, hour, zone }),
      ),
    ],
    entries: named.map(({ name }) => ({ markdown: `- ${escapeMarkdown(name)}`, plain: name })),
    notes: [language.text("reminder.count", { count: reminders.length, most: MOST_REMINDERS })],
    selects: [
      choiceSelect(
        customId("reminders", "remove"),
        language.text("reminder.remove"),
        named.map(({ key, name }) => ({ label: name, value: key })),
      ),
    ],
    buttons: [...(isClosed ? [to("again")] : []), to("forget")],
  });
}

/** A reminder in words: the event with its date, or the two parties. */
export function reminderText(reminder: Reminder, { almanac, language }: Inquiry): string {
  if ("event" in reminder) {
    const event = almanac.event(reminder.event);
    return event === undefined ? reminder.event : datedLine(event, readerOf(language, []));
  }
  const [one, other] = reminder.pair.map((code) =>
    almanac.parties.party(code) === undefined ? code : language.nameInText(code),
  );
  return capitalised(language.text("reminder.of-pair", { one: one ?? "", other: other ?? "" }), language);
}

/** A reminder as the select for removal carries it. */
export function keyOf(reminder: Reminder): string {
  return "event" in reminder ? hashOf(reminder.event).toString(36) : reminder.pair.join(".");
}
