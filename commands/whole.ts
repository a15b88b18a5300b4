import type { Month, Year } from "../src/almanac/date.ts";
import type { PartyCode } from "../src/almanac/party.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { searchAnswer, searchText } from "../src/messages/lookup/search-answer.ts";
import type { Input, Reply } from "./command.ts";
import { openAnswer } from "./inquiry.ts";
import { type JubileesNeeds, jubileesReply } from "./jubilees.ts";
import { quoted, refusal } from "./refusal.ts";

interface Whole {
  readonly typed: string;
  readonly date: Month | Year;
  readonly following: readonly PartyCode[];
}

/** What happened in a year that is over or in a month of it, as /search finds it; of the present and of those to come the round anniversaries, as /jubilees. */
export async function wholeReply(
  { typed, date, following }: Whole,
  inquiry: Inquiry,
  input: Input,
  needs: JubileesNeeds,
): Promise<Reply> {
  if (date.year >= inquiry.today.year) {
    const month = date.precision === "month" ? { month: date.month } : {};
    return jubileesReply({ year: date.year, ...month, following }, inquiry, input, needs);
  }
  const [country, ...others] = following;
  if (others.length > 0)
    return refusal(inquiry.language.text("commands.error.one-country-of-whole", { typed: quoted(typed) }));
  // facts are searched in English
  const english = needs.language("en-GB");
  const text = [english.date(date), ...(country === undefined ? [] : [english.name(country)])].join(" ");
  return openAnswer(input, searchAnswer({ text: searchText(text), page: 1 }, inquiry));
}
