import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCustomId } from "../../src/messages/custom-id.ts";
import { dayAnswer } from "../../src/messages/day-answer.ts";
import { type DayView, dayViewId, parseDayView } from "../../src/messages/day-view.ts";
import { buttonsOf, expectDiscordTakes, textOf } from "./discord.ts";
import { event, occasion } from "./events.ts";
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
    const message = dayAnswer(days(count, name), at, english);
    expectDiscordTakes(message);
    seen.push(...(textOf(message).match(/No\. \d+/gu) ?? []));
    const next = buttonsOf(message).find(({ label }) => label === "Next");
    at = next === undefined ? undefined : parseDayView(parseCustomId(next.custom_id ?? "")?.args ?? [], knowsAll);
  }
  return seen;
}

describe("the answer for a day", () => {
  test("fits one page without buttons where it can", () => {
    const message = dayAnswer(days(2), view, english);
    expect(buttonsOf(message)).toEqual([]);
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
        expectDiscordTakes(dayAnswer(occasions, { ...view, page }, english));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("goes back, and stays on the last page when asked beyond it", () => {
    const message = dayAnswer(days(30), { ...view, page: 99 }, english);
    expect(textOf(message)).toContain("-# 30 entries, page 3 of 3");
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Previous"]);
  });

  test("says when there is nothing", () => {
    expect(textOf(dayAnswer([], view, english))).toContain("Nothing is recorded for 25 June 2026.");
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
