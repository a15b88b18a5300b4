import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Almanac, Filter } from "../../src/almanac/almanac.ts";
import { addDays, localDate } from "../../src/almanac/calendar.ts";
import { formatDate } from "../../src/almanac/date.ts";
import { openAlmanac } from "../../src/almanac/open.ts";
import { fixtureData } from "../support/data.ts";
import { temporaryFolder } from "../support/folder.ts";

const ALL = { order: "date" } as const;
const NATO_FOUNDED = "nato-1949-04-04-organisation-founded";

let almanac: Almanac;
beforeAll(() => {
  almanac = openAlmanac(fixtureData(), temporaryFolder());
});

function ids(filter: Filter): readonly string[] {
  return almanac.find(filter, ALL).items.map(({ id }) => id);
}

describe("a day", () => {
  test("is marked from the year after on, never in its own year", () => {
    const on = (year: number): number =>
      almanac.anniversariesOn(localDate(year, 8, 25), "02-28").filter(({ event }) => event.id.startsWith("be-kz"))
        .length;
    expect([1991, 1992, 1993, 2027].map(on)).toEqual([0, 0, 1, 1]);
  });

  test("counts years and says how round they are", () => {
    const [anniversary] = almanac.anniversariesOn(localDate(2026, 3, 23), "02-28");
    expect(anniversary).toMatchObject({ years: 125, tier: 25 });
  });

  test("29 February is marked on one day of every year, by the rule", () => {
    const event = "by-mz-2000-02-29-relations-established";
    for (const [rule, common] of [
      ["02-28", "02-28"],
      ["03-01", "03-01"],
    ] as const)
      for (let year = 2001; year < 2010; year++) {
        const days: string[] = [];
        for (let date = localDate(year, 1, 1); date.year === year; date = addDays(date, 1))
          if (almanac.anniversariesOn(date, rule).some((each) => each.event.id === event)) days.push(formatDate(date));
        expect(days).toEqual([`${year}-${year % 4 === 0 ? "02-29" : common}`]);
      }
  });

  test("is the same however often and in whatever order days are asked for", () => {
    const other = openAlmanac(fixtureData(), temporaryFolder());
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 40 }), (days) => {
        for (const date of days.map((each) => addDays(localDate(2026, 1, 1), each)))
          expect(almanac.occasionsOn(date, "02-28")).toEqual(other.occasionsOn(date, "02-28"));
      }),
      { numRuns: 20 },
    );
  });

  test("tells NATO's founding, its treaty and who joined as one occasion", () => {
    const occasions = almanac.occasionsOn(localDate(2027, 4, 4), "02-28");
    expect(occasions).toHaveLength(1);
    expect(occasions[0]?.others.map(({ event }) => event.id)).toContain("be-nato-1949-04-04-joined");
    expect(almanac.occasionOf("be-nato-1949-04-04-joined")).toBe(occasions[0]?.id);
  });

  test("low confidence is in lookups, and in no occasion", () => {
    const low = "be-ci-1949-01-01-treaty-signed";
    const day = localDate(2026, 1, 1);
    expect(almanac.anniversariesOn(day, "02-28").map(({ event }) => event.id)).toContain(low);
    expect(almanac.occasionsOn(day, "02-28").flatMap(({ lead, others }) => [lead, ...others])).toHaveLength(0);
    expect(ids({ parties: ["CI"] })).toEqual([low]);
  });
});

describe("lookups", () => {
  test("follow a redirect", () => {
    const to = almanac.event("be-korea-1901-03-23-treaty-signed");
    expect(to?.id).toBe("be-korean-empire-1901-03-23-treaty-signed");
    expect(almanac.event("be-korea-1901-03-24-treaty-signed")).toBeUndefined();
  });

  test("a pair is found both ways, with what the parties continue unless told otherwise", () => {
    expect(ids({ parties: ["BE", "KR"], match: "all" })).toEqual(ids({ parties: ["KR", "BE"], match: "all" }));
    expect(ids({ parties: ["KR", "BE"], match: "all" })).toContain("be-korean-empire-1901-03-23-treaty-signed");
    expect(ids({ parties: ["KR", "BE"], match: "all", lineage: false })).not.toContain(
      "be-korean-empire-1901-03-23-treaty-signed",
    );
  });

  test("an organisation works like a state", () => {
    expect(ids({ parties: ["RU", "nato"], match: "all" })).toContain("nato-ru-2021-10-06-expulsion");
    expect(ids({ parties: ["nato"] })).toContain(NATO_FOUNDED);
  });

  test("events of an organisation belong to two of its members only when asked, and only while both were members", () => {
    const pair = { parties: ["BE", "DK"], match: "all" } as const;
    expect(ids(pair)).not.toContain("nato-ru-2021-10-06-expulsion");
    const through = ids({ ...pair, throughOrganisations: true });
    expect(through).toContain("nato-ru-2021-10-06-expulsion");
    expect(ids({ parties: ["BE", "KR"], match: "all", throughOrganisations: true })).not.toContain(
      "nato-ru-2021-10-06-expulsion",
    );
  });

  test("kinds, families and years narrow", () => {
    expect(ids({ parties: ["BE"], kinds: ["visit"], years: [1993, 1993] })).toEqual([
      "be-ru-1993-06-01-visit",
      "ru-be-1993-12-08-visit",
    ]);
    for (const event of almanac.find({ families: ["membership"] }, ALL).items)
      expect(["joined", "left", "observer", "organisation-founded"]).toContain(event.kind);
  });

  test("pages in any order make up the whole", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("date" as const, "latest" as const, "significance" as const),
        fc.integer({ min: 1, max: 9 }),
        (order, limit) => {
          const whole = almanac.find({ parties: ["BE"] }, { order }).items.map(({ id }) => id);
          const pages = [];
          for (let offset = 0; offset < whole.length; offset += limit) {
            const page = almanac.find({ parties: ["BE"] }, { order, offset, limit });
            expect(page.total).toBe(whole.length);
            pages.push(...page.items.map(({ id }) => id));
          }
          expect(pages).toEqual(whole);
          expect(almanac.find({ parties: ["BE"] }, { order, offset: whole.length + limit }).items).toEqual([]);
        },
      ),
    );
  });

  test("the latest first is the oldest last", () => {
    const dates = almanac.find({}, { order: "latest" }).items.map(({ date }) => formatDate(date));
    expect(dates).toEqual(dates.toSorted().toReversed());
  });
});

describe("search", () => {
  test.each([
    ["Yeltsin", "ru-be-1993-12-08-visit"],
    ["yelts belgium", "ru-be-1993-12-08-visit"],
    ["prevot seoul", "be-kr-2025-09-18-visit"],
    ["Prévot Séoul", "be-kr-2025-09-18-visit"],
    ["south korea prévot", "be-kr-2025-09-18-visit"],
    ["대한민국 prévot", "be-kr-2025-09-18-visit"],
    ["concord cooperation 1993", "be-ru-1993-12-treaty-signed"],
    ["expulsion NATO", "nato-ru-2021-10-06-expulsion"],
    ["Belgique Union soviétique", "be-suhh-1935-06-12-relations-established"],
    ["Prévot visited South Korea", "be-kr-2025-09-18-visit"],
    ["the visits of Prévot to Seoul", "be-kr-2025-09-18-visit"],
    ["NATO expelled", "nato-ru-2021-10-06-expulsion"],
  ])("%s finds %s", (text, id) => {
    expect(ids({ text })).toContain(id);
  });

  test.each(["", "  ", "!?", "xyzzy", "yeltsin xyzzy", "of the"])("%j finds nothing", (text) => {
    expect(ids({ text })).toEqual([]);
  });

  test.each([
    ["yeltsyn belgium", "yeltsin belgium"],
    ["yeltsin", undefined],
    ["xyzzy", undefined],
    ["yeltsyn xyzzy", undefined],
  ])("%j is respelled %j", (text, better) => {
    expect(almanac.respelled(text)).toBe(better);
  });

  test("pages of a text make up the whole, each event once", () => {
    const whole = almanac.find({ text: "belgium" }, ALL).items.map(({ id }) => id);
    const pages = whole.flatMap((_, offset) =>
      almanac.find({ text: "belgium" }, { order: "significance", offset, limit: 1 }).items.map(({ id }) => id),
    );
    expect(pages.toSorted()).toEqual(whole.toSorted());
  });

  test("whatever is typed, something sensible happens", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: "grapheme" }), (text) => {
        expect(almanac.find({ text }, { order: "significance", limit: 5 }).items.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe("ahead", () => {
  test("upcoming is each day's occasions, a year's end notwithstanding", () => {
    const { items, total } = almanac.upcoming(localDate(2026, 12, 1), 60, "02-28", { parties: ["BY"] }, ALL);
    expect(items.map(({ on, occasion }) => `${formatDate(on)} ${occasion.id} ${occasion.lead.years}`)).toEqual([
      "2026-12-08 by-ru-1999-12-08-treaty-signed 27",
    ]);
    expect(total).toBe(1);
  });

  test("jubilees are round enough, and as precise as their events", () => {
    const { items } = almanac.jubilees(2026, 5, "02-28", {}, ALL);
    const told = items.map(({ on, occasion }) => `${formatDate(on)} ${occasion.id}`);
    expect(told).toContain("2026-11 kz-be-2021-11-visit");
    expect(told).toContain("2026-10-06 nato-ru-2021-10-06-expulsion");
    for (const { occasion } of items) expect(occasion.lead.years % 5).toBe(0);
  });

  test("overviews hold what is known to the month or to the year", () => {
    expect(almanac.monthOverview(2026, 12).map(({ event }) => event.id)).toEqual(["be-ru-1993-12-treaty-signed"]);
    expect(almanac.yearOverview(2024, 10).map(({ event }) => event.id)).toEqual(["nato-ru-2014-relations-suspended"]);
    expect(almanac.yearOverview(2023, 10)).toEqual([]);
  });
});

describe("a pair", () => {
  test("can leave out what more parties did together", () => {
    const few = almanac.find({ mostParties: 2 }, ALL);
    expect(few.items.every(({ parties }) => parties.length <= 2)).toBe(true);
    expect(few.total).toBeLessThan(almanac.size);
  });
});
