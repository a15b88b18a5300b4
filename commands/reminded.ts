import type { LocalDate } from "../src/almanac/date.ts";
import { nextReminded, type Reminder, remindersOn } from "../src/digest/reminders.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { keyOf } from "../src/messages/reminders-list.ts";
import { readerOf } from "../src/messages/sentence.ts";
import { type Part, partOf, wordingOf } from "../src/messages/wording.ts";
import type { Targeted } from "./command.ts";
import type { Needs } from "./needs.ts";
import { nextDateOf } from "./next-reminder.ts";

/** What the list of the asker's reminders tells: of an event that event, of a pair what comes next between the two. Nothing of any other message. */
export async function remindedIn(
  { user, values, now }: Targeted,
  needs: Pick<Needs, "reminders">,
  inquiry: Inquiry,
): Promise<readonly Part[]> {
  const stored = await needs.reminders.of(user.id);
  if (stored === undefined) return [];
  const { subscription } = stored;
  const from = nextDateOf(subscription, now);
  return subscription.reminders
    .filter((reminder) => values.includes(keyOf(reminder)))
    .flatMap((reminder) => partsOf(reminder, from, inquiry));
}

function partsOf(reminder: Reminder, from: LocalDate, { almanac, language }: Inquiry): readonly Part[] {
  if ("event" in reminder) {
    const event = almanac.event(reminder.event);
    return event === undefined ? [] : [partOf(event, readerOf(language, []))];
  }
  const next = nextReminded(almanac, reminder, from);
  if (next === undefined) return [];
  const reader = readerOf(language, reminder.pair);
  return remindersOn(almanac, [reminder], next, undefined).lines.flatMap((line) => wordingOf(line, reader).parts);
}
