import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../../src/almanac/calendar.ts";
import type { Month, Year } from "../../src/almanac/date.ts";
import { headsUpFor, weekAfter } from "../../src/digest/ahead.ts";
import { type DigestLine, EVERYTHING, type Overview } from "../../src/digest/digest.ts";
import { overviewFor } from "../../src/digest/overview.ts";
import { parseCustomId } from "../../src/messages/custom-id.ts";
import { parseDayView } from "../../src/messages/day-view.ts";
import { headsUpPost } from "../../src/messages/heads-up-post.ts";
import { overviewPost } from "../../src/messages/overview-post.ts";
import type { Post } from "../../src/messages/post.ts";
import { weekPost } from "../../src/messages/week-post.ts";
import { buttonsOf, expectDiscordTakes, textOf } from "./discord.ts";
import { event, occasion } from "./events.ts";
import { english, knowsAll } from "./language.ts";
import { longText, monster } from "./monster.ts";
import { almanac, english as real } from "./real-posts.ts";

const SOURCE = /\[(source(?: \d)?)\]\(https?:[^)\s]+\)/gu;
const on = { following: [], late: false };

function line(year: number, of: Parameters<typeof occasion>[1]): DigestLine {
  return { ...occasion(year, of), sequel: { lineage: [], next: { years: 40, year: 2032 } } };
}

/** The lines of text, without addresses and with plain spaces. */
function read(message: Post["message"]): readonly string[] {
  return textOf(message).replaceAll(SOURCE, "[$1]").replaceAll("\u{2009}", " ").split("\n");
}

/** Where the buttons lead. */
function views(message: Post["message"]) {
  return buttonsOf(message).map(({ custom_id }) => {
    const route = parseCustomId(custom_id ?? "");
    return route?.command === "on" ? parseDayView(route.args, knowsAll) : undefined;
  });
}

describe("an overview", () => {
  const march: Month = { precision: "month", year: 2027, month: 3 };
  const suspended = event("1977-03", "relations-suspended", "ES GQ");
  const ghana = event("1957-03", "relations-established", "FR GH");

  test("of a month says what is known of its dates, sets milestones apart and opens the whole month", () => {
    const overview: Overview = { date: march, lines: [line(2027, suspended), line(2027, ghana)], omitted: 25 };
    const { message, plain, title, tiers } = overviewPost(overview, english, { following: ["FR"], late: true });
    const text = [
      "-# The month of these events is known, the day is not.",
      "🇪🇸 🇬🇶 **50 years**: Relations between Spain and Equatorial Guinea were suspended (1977) [source]",
      "🇫🇷 🇬🇭 **70 years**: France and Ghana established diplomatic relations (1957) [source]",
      "-# 25 more events of this month: press “Whole month”.",
      "-# This post is late: it was due earlier today.",
    ];
    expect(read(message)).toEqual(["## Anniversaries of the month: March 2027", ...text]);
    expect(read(plain)).toEqual(["**Anniversaries of the month: March 2027**", ...text]);
    expect(JSON.stringify(message).match(/"divider":true/gu)).toHaveLength(1);
    expect(title).toBe("Anniversaries of the month: March 2027");
    expect(tiers).toEqual([]);
    for (const form of [message, plain]) expect(views(form)).toEqual([{ date: march, page: 1, following: ["FR"] }]);
  });

  test("of a year says what is known of its dates and opens the whole year", () => {
    const year: Year = { precision: "year", year: 2027 };
    const overview = { date: year, lines: [line(2027, event("1927", "relations-established", "BR HU"))], omitted: 1 };
    const { message } = overviewPost(overview, english, on);
    expect(read(message)).toEqual([
      "## Anniversaries of the year: 2027",
      "-# The year of these events is known, the month and the day are not.",
      "🇧🇷 🇭🇺 **100 years**: Brazil and Hungary established diplomatic relations (1927) [source]",
      "-# 1 more round anniversary of this year: press “Whole year”.",
    ]);
    expect(views(message)).toEqual([{ date: year, page: 1, following: [] }]);
  });
});

describe("a heads-up", () => {
  const date = localDate(2027, 8, 25);
  const milestone = line(2027, event("1977-08-25", "relations-established", "BE KZ"));

  test("says how many days are left, which day it will be, and opens that day", () => {
    const digest = { date, lines: [milestone], omitted: 3 };
    const { message, title, tiers } = headsUpPost(digest, localDate(2027, 8, 18), english, on);
    expect(read(message)).toEqual([
      "## In 7 days: Wednesday, 25 August 2027",
      "### 🇧🇪 🇰🇿 50 years",
      "Belgium and Kazakhstan established diplomatic relations (1977) [source]",
      "-# 3 more events of that day: press “Whole day”.",
    ]);
    expect([title, tiers]).toEqual(["In 7 days: Wednesday, 25 August 2027", []]);
    expect(views(message)[0]).toEqual({ date, page: 1, following: [] });
  });

  test("of the day after says tomorrow", () => {
    const { plain } = headsUpPost({ date, lines: [milestone], omitted: 0 }, localDate(2027, 8, 24), english, on);
    expect(read(plain)).toEqual([
      "**Tomorrow: Wednesday, 25 August 2027**",
      "🇧🇪 🇰🇿 **50 years**: Belgium and Kazakhstan established diplomatic relations (1977) [source]",
    ]);
  });
});

describe("the week ahead", () => {
  const [monday, friday] = [localDate(2027, 6, 21), localDate(2027, 6, 25)];
  const preview = {
    first: monday,
    last: localDate(2027, 6, 27),
    lines: [
      { ...line(2027, event("1952-06-25", "relations-established", "DE ID")), on: friday },
      { ...line(2027, event("1902-06-21", "relations-established", "CU ES")), on: monday },
      { ...line(2027, event("2022-06-25", "joined", "GA nato")), on: friday },
    ],
    omitted: 12,
  };

  test("has every line under its day, day after day, and opens each of them; it mentions no role", () => {
    const { message, plain, tiers } = weekPost(preview, english, on);
    const text = [
      "🇨🇺 🇪🇸 **125 years**: Cuba and Spain established diplomatic relations (1902) [source]",
      "🇩🇪 🇮🇩 **75 years**: Germany and Indonesia established diplomatic relations (1952) [source]",
      "🇬🇦 **5 years**: Gabon joined NATO (2022) [source]",
      "-# 12 more events of these seven days: press a day to see all of it.",
    ] as const;
    expect(read(message)).toEqual([
      "## The week ahead: 21 – 27 June 2027",
      "### Monday 21 June",
      text[0],
      "### Friday 25 June",
      ...text.slice(1),
    ]);
    expect(read(plain)).toEqual([
      "**The week ahead: 21 – 27 June 2027**",
      "**Monday 21 June**",
      text[0],
      "**Friday 25 June**",
      ...text.slice(1),
    ]);
    expect(views(message).map((view) => view?.date)).toEqual([monday, friday]);
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Monday 21 June", "Friday 25 June"]);
    expect(tiers).toEqual([]);
  });
});

describe("any of them", () => {
  const days = fc.integer({ min: 21, max: 27 }).map((day) => localDate(2026, 6, day));
  const given = fc.record({
    events: fc.array(fc.tuple(monster, days), { minLength: 1, maxLength: 20 }),
    omitted: fc.nat(9999),
    following: fc.array(longText, { maxLength: 40 }),
    late: fc.boolean(),
    month: fc.constantFrom<Month | Year>(
      { precision: "month", year: 2026, month: 6 },
      { precision: "year", year: 2026 },
    ),
  });

  function posts({ events, omitted, month, ...options }: typeof given extends fc.Arbitrary<infer G> ? G : never) {
    const lines = events.map(([each, day]) => ({ ...line(2026, each), on: day }));
    const [first, last] = [localDate(2026, 6, 21), localDate(2026, 6, 27)];
    return [
      overviewPost({ date: month, lines, omitted }, english, options),
      headsUpPost({ date: last, lines, omitted }, first, english, options),
      weekPost({ first, last, lines, omitted }, english, options),
    ];
  }

  test("is one that Discord takes, in both forms, with room for delivery's mark", () => {
    fc.assert(
      fc.property(given, (of) => {
        for (const { message, plain, title } of posts(of)) {
          expect(title.length).toBeLessThanOrEqual(100);
          for (const form of [message, plain]) {
            expectDiscordTakes(form);
            const ids = buttonsOf(form).map(({ custom_id }) => custom_id ?? "");
            expect(ids.length).toBeGreaterThan(0);
            for (const id of ids) expect(id.length).toBeLessThanOrEqual(76);
          }
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test("counts every line that it leaves out", () => {
    fc.assert(
      fc.property(given, (of) => {
        for (const { message, plain } of posts(of)) {
          for (const form of [message, plain]) {
            const texts = textOf(form).split("\n");
            const shown = texts.filter(
              (text) => /\d years?(?:\*\*|$)|National day of/u.test(text) && !text.startsWith("-#"),
            ).length;
            const [, told = "0"] = /^-# (\d+) more /mu.exec(textOf(form).replaceAll(",", "")) ?? [];
            expect(shown + Number(told)).toBeGreaterThanOrEqual(of.events.length + of.omitted);
          }
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

test("a year of real ones is taken by Discord, whoever is followed", () => {
  for (const parties of [[], ["BE"], ["US", "GB", "FR"]]) {
    const selection = { ...EVERYTHING, parties, lines: 20 };
    const options = { following: parties, late: true };
    for (let month = 1; month <= 12; month++) {
      const day = localDate(2028, month, 29);
      const forms = [
        overviewPost(overviewFor(almanac, selection, { precision: "month", year: 2028, month }), real, options),
        overviewPost(overviewFor(almanac, selection, { precision: "year", year: 2016 + month }), real, options),
        headsUpPost(headsUpFor(almanac, selection, day), localDate(2028, month, 22), real, options),
        weekPost(weekAfter(almanac, selection, day), real, options),
      ].flatMap(({ message, plain }) => [message, plain]);
      for (const form of forms) expectDiscordTakes(form);
    }
  }
});
