import { hashOf } from "../almanac/archive/ids.ts";
import type { LocalDate } from "../almanac/date.ts";
import { nextReminded, type Reminder } from "../digest/reminders.ts";
import { customId } from "./custom-id.ts";
import type { Language } from "./language.ts";
import type { Inquiry } from "./lookup/inquiry.ts";
import { type Entry, listingMessage } from "./lookup/listing.ts";
import { choiceSelect, type SelectRow } from "./lookup/selects.ts";
import { fromNow } from "./lookup/timestamp.ts";
import { bold, escapeMarkdown } from "./markdown.ts";
import { button, LIMITS, type MessagePayload } from "./payload.ts";
import { shorten } from "./plain.ts";
import { remindersButton } from "./reminder-post.ts";
import { capitalised, readerOf } from "./sentence.ts";
import { datedLine } from "./wording.ts";

/** So many reminders a person may have: as many as a select can offer for removal. */
export const MOST_REMINDERS = 25;

/** What /reminders shows of a person. */
export interface RemindersView {
  readonly reminders: readonly Reminder[];
  readonly days: number;
  /** The first date of which there is a message on the day itself still to come. */
  readonly from: LocalDate;
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
  const { reminders, days, from, hour, zone, isClosed, grace } = view;
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
    entries: reminders.map((reminder) => entryOf(reminder, from, inquiry)),
    notes: [language.text("reminder.count", { count: reminders.length, most: MOST_REMINDERS })],
    selects: [
      choiceSelect(
        customId("reminders", "open"),
        language.text("lookup.event.choose"),
        named.map(({ key, name }) => ({ label: name, value: key })),
      ),
      hourSelect(hour, language),
      choiceSelect(
        customId("reminders", "remove"),
        language.text("reminder.remove"),
        named.map(({ key, name }) => ({ label: name, value: key })),
      ),
    ],
    buttons: [...(isClosed ? [to("again")] : []), to("forget")],
  });
}

/** What was done, and what can be changed of it. */
export function reminderNote(text: string, hour: string, { language }: Inquiry): MessagePayload {
  return listingMessage({
    heading: language.text("reminder.list"),
    summary: [escapeMarkdown(text)],
    entries: [],
    notes: [],
    selects: [hourSelect(hour, language)],
    buttons: [remindersButton(language)],
  });
}

/** Changes when the messages come: to any full hour. */
function hourSelect(hour: string, language: Language): SelectRow {
  const hours = Array.from({ length: 24 }, (_, each) => `${String(each).padStart(2, "0")}:00`);
  return choiceSelect(
    customId("reminders", "hour"),
    language.text("reminder.hour"),
    hours.map((each) => ({ label: each, value: each, default: each === hour })),
  );
}

/** A reminder with the day on which it comes next, where that is within a year. */
function entryOf(reminder: Reminder, from: LocalDate, inquiry: Inquiry): Entry {
  const { almanac, language, today } = inquiry;
  const name = reminderText(reminder, inquiry);
  const next = nextReminded(almanac, reminder, from);
  if (next === undefined) return { markdown: `- ${escapeMarkdown(name)}`, plain: () => name };
  const text = (what: string, date: string) =>
    language.text("reminder.next", { what, date, fromNow: fromNow(next, today, language) });
  return {
    markdown: `- ${text(escapeMarkdown(name), bold(escapeMarkdown(language.date(next))))}`,
    plain: () => language.text("post.dated", { date: language.date(next), what: name }),
  };
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
