import { parseLocalDate } from "../src/almanac/date.ts";
import { calendarPressed } from "./admin/calendar.ts";
import { calendarMeant } from "./admin/calendar-meant.ts";
import { nextDate, todayOf } from "./admin/next-posting.ts";
import { previewMessage, readSlot } from "./admin/preview-message.ts";
import type { Command, Pressed, Reply } from "./command.ts";
import type { Needs } from "./needs.ts";
import { calendarOption, completedText, IN_SERVERS, MANAGERS, textOf } from "./options.ts";
import { readDates } from "./typed/date.ts";
import { suggestDates } from "./typed/date-choices.ts";
import { notADate } from "./typed/typed-date.ts";

type PreviewNeeds = Pick<
  Needs,
  "language" | "today" | "subscriptions" | "compose" | "history" | "almanac" | "ownEvents"
>;

/** /preview [date] [channel]: the post of any date as a calendar's settings make it, for the asker alone. */
export const preview: Command<PreviewNeeds> = {
  definition: (words) => ({
    ...words("preview"),
    ...IN_SERVERS,
    ...MANAGERS,
    options: [completedText(words, "preview.date", false), calendarOption(words)],
  }),

  async run(input, needs) {
    const language = needs.language(input.locale);
    const found = await calendarMeant(input, needs);
    if (!found.ok) return found.refusal;
    const { calendar } = found;
    const typed = textOf(input, "date");
    const next = nextDate({ calendar, history: await needs.history(calendar.id), now: input.now });
    const today = todayOf(calendar, input);
    const reading = readDates(typed === "" ? next : typed, language, today);
    if (!reading.ok) return notADate(typed, reading.why, today, language);
    return { kind: "quiet", message: await previewMessage(calendar, reading.dates[0], "daily", needs, language) };
  },

  async complete({ text }, input, needs) {
    const found = await calendarMeant(input, needs);
    const today = found.ok ? todayOf(found.calendar, input) : await needs.today(input);
    return suggestDates(text, today, needs.language(input.locale));
  },

  actions: {
    open: (pressed, needs) => show("quiet", pressed, needs),
    slot: (pressed, needs) => show("update", pressed, needs),
  },
};

async function show(kind: "quiet" | "update", pressed: Pressed, needs: PreviewNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  const found = await calendarPressed(pressed, needs);
  if (!found.ok) return found.refusal;
  const [date, slot] = [parseLocalDate(pressed.args[1] ?? ""), readSlot(pressed.args[2])];
  if (date === undefined || slot === undefined)
    return { kind: "refusal", text: language.text("commands.error.unknown-action") };
  return { kind, message: await previewMessage(found.calendar, date, slot, needs, language) };
}
