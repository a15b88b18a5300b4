import { expect, test } from "vitest";
import { localDate } from "../../src/almanac/calendar.ts";
import { betweenAnswer } from "../../src/messages/lookup/between-answer.ts";
import { countryAnswer } from "../../src/messages/lookup/country-answer.ts";
import { TABS } from "../../src/messages/lookup/country-view.ts";
import { eventAnswer } from "../../src/messages/lookup/event-answer.ts";
import { eventCalled, referenceTo } from "../../src/messages/lookup/event-reference.ts";
import type { Inquiry } from "../../src/messages/lookup/inquiry.ts";
import { openArchive } from "../../src/wiring/archive.ts";
import { expectDiscordTakes } from "../messages/discord.ts";

const { almanac, catalogue } = openArchive("data", ".attache/cache");
const inquiries: readonly Inquiry[] = catalogue.locales.map((locale) => ({
  almanac,
  language: catalogue.language(locale),
  today: localDate(2026, 6, 25),
  issuesUrl: `https://example.org/${"x".repeat(120)}`,
}));
/** Pages are alike: the first, one in the middle, and the last. */
const PAGES = [1, 7, 99_999];

test("every party that we hold has an answer that Discord takes, in every language", () => {
  for (const inquiry of inquiries)
    for (const { code } of almanac.parties.all)
      for (const tab of TABS)
        for (const page of tab === "events" ? PAGES : [1])
          expectDiscordTakes(countryAnswer({ code, tab, page }, inquiry));
});

test("the pairs with most events, and every pair of the longest names, have answers that Discord takes", () => {
  const byFacts = almanac.parties.all.toSorted(
    (one, other) => almanac.partyCount(other.code) - almanac.partyCount(one.code),
  );
  const byLength = almanac.parties.all.toSorted((one, other) => other.code.length - one.code.length);
  const parties = [...byFacts.slice(0, 20), ...byLength.slice(0, 12)].map(({ code }) => code);
  for (const inquiry of inquiries)
    for (const one of parties)
      for (const other of parties)
        if (one !== other)
          for (const organisations of [false, true])
            expectDiscordTakes(betweenAnswer({ pair: [one, other], organisations, page: 1 }, inquiry));
});

test("events with the longest names and the most parties, and one in twenty of all, are shown whole and found by their reference", () => {
  const { items } = almanac.find({}, { order: "date" });
  const long = items.toSorted((one, other) => JSON.stringify(other).length - JSON.stringify(one).length).slice(0, 500);
  for (const inquiry of inquiries)
    for (const event of [...long, ...items.filter((_, at) => at % 20 === 0)]) {
      const message = eventAnswer(event, inquiry);
      expectDiscordTakes(message);
      expect(JSON.stringify(message)).toContain(event.id);
    }
  for (const event of long) expect(eventCalled(referenceTo(event), almanac)?.id).toBe(event.id);
});
