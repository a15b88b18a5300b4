import { LEAP_DAY } from "../../src/almanac/anniversary.ts";
import { compareDates } from "../../src/almanac/calendar.ts";
import { KINDS } from "../../src/almanac/kind.ts";
import { formatOwnDate, OWN_LIMITS, type OwnDate } from "../../src/almanac/own-event.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import { nextOn } from "../../src/digest/own.ts";
import type { Language } from "../../src/messages/language.ts";
import { ownDateText, ownKindText } from "../../src/messages/own/own-words.ts";
import { clean, shorten } from "../../src/messages/plain.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "../choices.ts";
import type { Choice, Input, Typed } from "../command.ts";
import { partiesFor } from "../inquiry.ts";
import { suggestCountries } from "../typed/country.ts";
import { suggestDates } from "../typed/date-choices.ts";
import { everyYear, readOwnDate } from "../typed/own-event.ts";
import { type OwnNeeds, serverOf, withWords } from "./own.ts";

/** Completes what is typed for an own date. */
export async function complete({ option, text }: Typed, input: Input, needs: OwnNeeds): Promise<readonly Choice[]> {
  const language = needs.language(input.locale);
  switch (option) {
    case "event":
      return suggestOwn(text, input, needs);
    case "date":
      return suggestOwnDates(text, input, needs);
    case "countries":
      return suggestCountries(text, await partiesFor(input, needs), language);
    case "kind":
      return suggestKinds(text, input, needs);
    default:
      return [];
  }
}

/** Those that come next first. */
async function suggestOwn(typed: string, input: Input, needs: OwnNeeds): Promise<readonly Choice[]> {
  const language = needs.language(input.locale);
  const today = await needs.today(input);
  const found = withWords(await needs.ownEvents.ofGuild(serverOf(input)), typed);
  return found
    .map((event) => ({ event, next: nextOn(event, today, LEAP_DAY) }))
    .toSorted((one, other) => compareDates(one.next, other.next))
    .slice(0, MOST_CHOICES)
    .map(({ event }) => {
      const name = language.text("own.dated", { date: ownDateText(event.date, language), what: event.text });
      return { name: shorten(name, LONGEST_CHOICE), value: event.id };
    });
}

/** The day of every year where no year is typed, then dates with their year. */
async function suggestOwnDates(typed: string, input: Input, needs: OwnNeeds): Promise<readonly Choice[]> {
  const language = needs.language(input.locale);
  const today = await needs.today(input);
  const read = readOwnDate(typed, today, language);
  const choice = (date: OwnDate): Choice => ({ name: ownDateText(date, language), value: formatOwnDate(date) });
  const own = read.ok ? [choice(read.value)] : [];
  const yearly = read.ok && read.value.precision === "day" ? [choice(everyYear(read.value))] : [];
  const known = [...own, ...yearly];
  const dates = suggestDates(typed, today, language).filter(({ value }) => known.every((each) => each.value !== value));
  return [...known, ...dates].slice(0, MOST_CHOICES);
}

/** The server's own kinds and the archive's; what is typed is one as well. */
async function suggestKinds(typed: string, input: Input, needs: OwnNeeds): Promise<readonly Choice[]> {
  const language = needs.language(input.locale);
  const used = (await needs.ownEvents.ofGuild(serverOf(input))).flatMap(({ kind }) => kind ?? []);
  const written = shorten(clean(typed), OWN_LIMITS.kind);
  const all = new Map([...used, ...KINDS].map((kind) => [kind, nameOf(kind, language)]));
  const found = [...all].filter(([, name]) => fold(name).includes(fold(written)));
  const isNew = written !== "" && found.every(([, name]) => fold(name) !== fold(written));
  return [...(isNew ? [{ name: written, value: written }] : []), ...found.map(([value, name]) => ({ name, value }))];
}

function nameOf(kind: string, language: Language): string {
  return shorten(ownKindText(kind, language), LONGEST_CHOICE);
}
