import { describe, expect, test } from "vitest";
import type { Event, Source } from "../../src/almanac/event.ts";
import { dailyPost } from "../../src/messages/daily-post.ts";
import { dayAnswer } from "../../src/messages/day-answer.ts";
import { expectDiscordTakes, textOf } from "./discord.ts";
import { day, event, occasion } from "./events.ts";
import { english } from "./language.ts";

const date = { precision: "day", year: 2027, month: 8, day: 25 } as const;

function sources(...urls: readonly [string, ...string[]]): Event["sources"] {
  const source = (url: string): Source => ({ id: url, name: url, url, publisher: "example.org" });
  const [best, ...rest] = urls;
  return [source(best), ...rest.map(source)];
}

function disputed(id: string, ...urls: readonly [string, ...string[]]): Event {
  const otherDates = [{ precision: "day", year: 1992, month: 8, day: 18 } as const];
  return event("1992-08-25", "relations-established", "BE KZ", { id, otherDates, sources: sources(...urls) });
}

function posted(...events: readonly Event[]) {
  const sequel = { lineage: [], next: { years: 40, year: 2032 } };
  const lines = events.map((each) => ({ ...occasion(2027, each), sequel }));
  return dailyPost({ date, lines, omitted: 0 }, english, { following: [], late: false });
}

describe("where sources differ about the date", () => {
  const one = disputed(
    "a",
    "https://one.example",
    "https://two.example",
    "https://one.example",
    "https://three.example",
    "https://four.example",
  );
  const line =
    "🇧🇪 🇰🇿 **35 years**: Belgium and Kazakhstan established diplomatic relations (1992; other sources give 18 August 1992) " +
    "[source](https://one.example/) [source 2](https://two.example/) [source 3](https://three.example/)";

  test("a daily post, in both forms, links up to two sources besides the best, each once", () => {
    const { message, plain } = posted(one);
    for (const form of [message, plain]) expect(textOf(form).split("\n")[1]).toBe(line);
  });

  test("so does the answer for a whole day", () => {
    expect(textOf(dayAnswer(day([], [occasion(2027, one)]), { date, page: 1, following: [] }, english))).toContain(
      line,
    );
  });

  test("sources without an address to open, or with one that is too long, are passed over", () => {
    const { message } = posted(disputed("a", "https://one.example", "a book", `https://${"x".repeat(250)}.example`));
    expect(textOf(message)).toMatch(/\[source\]\(https:\/\/one\.example\/\)$/mu);
  });

  test("no line gives way to a further source", () => {
    const long = (name: string): string => `https://${name}.example/${"x".repeat(170)}`;
    const many = Array.from({ length: 7 }, (_, index) => disputed(`${index}`, long("one"), long("two"), long("three")));
    const { message, plain } = posted(...many);
    for (const form of [message, plain]) expectDiscordTakes(form);
    expect(textOf(message).match(/35 years/gu)).toHaveLength(7);
    expect(textOf(message)).not.toContain("[source 2]");
    expect(textOf(posted(...many.slice(0, 4)).message)).toContain("[source 3]");
  });
});

test("where they agree, one source is enough", () => {
  const agreed = { ...disputed("a", "https://one.example", "https://two.example"), otherDates: [] };
  expect(textOf(posted(agreed).message)).not.toContain("[source 2]");
});
