import { formatDate, type Month, type Year } from "../src/almanac/date.ts";
import type { PartyCode } from "../src/almanac/party.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { textPage } from "../src/messages/lookup/page-of-text.ts";
import { searchAnswer, searchText } from "../src/messages/lookup/search-answer.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import type { MessagePayload } from "../src/messages/payload.ts";
import type { Input, Reply } from "./command.ts";
import { openAnswer } from "./inquiry.ts";
import { type JubileesNeeds, jubileesReply } from "./jubilees.ts";
import { askAgain } from "./meant.ts";
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
  const found = searchText(text);
  if (inquiry.almanac.find({ text: found }, { order: "date", limit: 0 }).total === 0)
    return openAnswer(input, emptyAnswer(date, following, inquiry, input));
  return openAnswer(input, searchAnswer({ text: found, page: 1 }, inquiry));
}

/** That nothing is on record of a month or a year; and the years around it, its own as well, of which something is. */
function emptyAnswer(
  date: Month | Year,
  following: readonly PartyCode[],
  { almanac, language }: Inquiry,
  { options }: Input,
): MessagePayload {
  const parties = following.length === 0 ? {} : { parties: following };
  const [before] = almanac.find({ ...parties, years: [1, date.year - 1] }, { order: "latest", limit: 1 }).items;
  const [from] = almanac.find({ ...parties, years: [date.year, LAST_YEAR] }, { order: "date", limit: 1 }).items;
  const [after] = almanac.find({ ...parties, years: [date.year + 1, LAST_YEAR] }, { order: "date", limit: 1 }).items;
  const years = [before, from, after].flatMap((event) => (event === undefined ? [] : [event.date.year]));
  const choices = [...new Set(years)].map((year) => {
    const whole = { precision: "year", year } as const;
    return { name: language.date(whole), value: formatDate(whole) };
  });
  const names = { date: language.date(date), parties: language.list(following.map(language.nameInText)) };
  const said =
    following.length === 0 ? language.text("commands.day.empty", names) : language.text("commands.day.empty-of", names);
  return textPage(language.date(date), [escapeMarkdown(said)], askAgain("on", "date", choices, options));
}

const LAST_YEAR = 9_999;
