import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCustomId } from "../../src/messages/custom-id.ts";
import { dayAnswer } from "../../src/messages/day-answer.ts";
import { type DayView, dayViewId, parseDayView } from "../../src/messages/day-view.ts";
import { buttonsOf, expectDiscordTakes, optionsOf, textOf } from "./discord.ts";
import { day, event, occasion } from "./events.ts";
import { english, knowsAll } from "./language.ts";
import { monster } from "./monster.ts";

const date = { precision: "day", year: 2026, month: 6, day: 25 } as const;
const view: DayView = { date, page: 1, following: [] };

function days(count: number, name = "") {
  return Array.from({ length: count }, (_, index) =>
    occasion(2026, event("1992-06-25", "treaty-signed", "BY RU", { id: `e${index}`, name: `No. ${index}${name}` })),
  );
}

/** Turns the pages with the buttons, as a person would, and says which lines were seen. */
function leaf(count: number, name: string): readonly string[] {
  const seen: string[] = [];
  for (let at: DayView | undefined = view; at !== undefined; ) {
    const message = dayAnswer(day([], days(count, name)), at, english);
    expectDiscordTakes(message);
    seen.push(...(textOf(message).match(/No\. \d+/gu) ?? []));
    const next = buttonsOf(message).find(({ label }) => label === "Next");
    at = next === undefined ? undefined : parseDayView(parseCustomId(next.custom_id ?? "")?.args ?? [], knowsAll);
  }
  return seen;
}

describe("the answer for a day", () => {
  test("fits one page where it can, with ways to its events, to the days around and to every fact", () => {
    const message = dayAnswer(day([], days(2)), view, english);
    const labels = buttonsOf(message).flatMap(({ label }) => label ?? []);
    expect(labels).toEqual(["← Wednesday 24 June", "Friday 26 June →", "Every fact"]);
    expect(optionsOf(message)).toEqual(["e0", "e1"]);
    expect(textOf(message)).toContain("-# 2 entries");
    expectDiscordTakes(message);
  });

  test("shows every line once, page after page, however long the lines are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom("", "*".repeat(400), "長".repeat(100)),
        (count, name) => {
          expect(leaf(count, name)).toEqual(Array.from({ length: count }, (_, index) => `No. ${index}`));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("is one that Discord takes, whatever the day holds", () => {
    fc.assert(
      fc.property(fc.array(monster, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (events, page) => {
        const occasions = events.map((each) => occasion(2026, each));
        expectDiscordTakes(dayAnswer(day(occasions.slice(0, page), occasions), { ...view, page }, english));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("goes back, and stays on the last page when asked beyond it", () => {
    const message = dayAnswer(day([], days(30)), { ...view, page: 99 }, english);
    expect(textOf(message)).toContain("-# 30 entries, page 3 of 3");
    expect(buttonsOf(message).map(({ label }) => label)).toContain("Previous");
    expect(buttonsOf(message).map(({ label }) => label)).not.toContain("Next");
  });

  test("says when there is nothing", () => {
    expect(textOf(dayAnswer(day([], []), view, english))).toContain("Nothing is recorded for 25 June 2026.");
  });

  test("tells what happened on the date itself first, without a count of years", () => {
    const happened = [occasion(1992, event("1992-06-25", "treaty-signed", "BY RU", { id: "own", name: "No. own" }))];
    const lines = textOf(dayAnswer(day(happened, days(1)), view, english)).split("\n");
    expect(lines[1]).toBe("### On this very day");
    expect(lines[2]).toMatch(/^🇧🇾 🇷🇺 No\. own .*\(1992\)/u);
    expect(lines[3]).toBe("### In earlier years");
    expect(lines[4]).toContain("**34 years**");
  });

  test("says to whom it is narrowed, and keeps to them on other pages and days", () => {
    const message = dayAnswer(day([], days(30)), { ...view, following: ["BY", "RU"] }, english);
    expect(textOf(message)).toContain("## Thursday, 25 June 2026: Belarus and Russia");
    const ids = buttonsOf(message).flatMap(({ custom_id }) => custom_id ?? []);
    const states = ids.filter((id) => id.startsWith("v1:on:"));
    expect(states.length).toBeGreaterThanOrEqual(3);
    for (const id of states)
      expect(parseDayView(parseCustomId(id)?.args ?? [], knowsAll)?.following).toEqual(["BY", "RU"]);
  });
});

describe("the state of a day's button", () => {
  const codes = fc.array(fc.stringMatching(/^(?:[A-Z]{2}|[A-Z]{4}|[a-z][a-z0-9-]{2,30})$/u), { maxLength: 30 });

  test("comes back as it was, or follows everything where it is too long", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), codes, (page, following) => {
        const id = dayViewId("page", { date, page, following });
        expect(id.length).toBeLessThanOrEqual(100 - 23);
        const back = parseDayView(parseCustomId(id)?.args ?? [], knowsAll);
        expect(back).toEqual({ date, page, following: following.join(".").length <= 45 ? following : [] });
      }),
    );
  });

  test("comes back with all of the parties, or with everybody where they are too many for a button; fifteen states are not", () => {
    fc.assert(
      fc.property(codes, (following) => {
        const args = parseCustomId(dayViewId("day", { date, page: 1, following }))?.args ?? [];
        const back = parseDayView(args, knowsAll)?.following ?? [];
        const states = following.every((code) => code.length === 2);
        expect(back).toEqual(back.length === 0 && !(states && following.length <= 15) ? [] : following);
      }),
    );
  });

  test.each([[["2026-02-30"]], [[]], [["x", "1"]]])("%j leads nowhere", (args) =>
    expect(parseDayView(args, knowsAll)).toBeUndefined(),
  );
  test.each(["XX", "BY.__proto__", "constructor", "BY.RU.nobody"])(
    "for %j, whom nobody knows, leads nowhere",
    (forged) => {
      const known = new Map(["BY", "RU"].map((code) => [code, { code }]));
      expect(parseDayView(["2026-06-25", "1", forged], { party: (code) => known.get(code) })).toBeUndefined();
    },
  );
  test("that is odd opens the first page", () => {
    expect(parseDayView(["2026-06-25", "-3"], knowsAll)).toEqual({ date, page: 1, following: [] });
    expect(parseDayView(["2026-06-25", "0", ".."], knowsAll)).toEqual({ date, page: 1, following: [] });
  });
});
