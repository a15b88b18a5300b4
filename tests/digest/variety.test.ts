import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anniversaryIn, type Occasion } from "../../src/almanac/anniversary.ts";
import { DAYS_OF_YEAR, markedIn } from "../../src/almanac/calendar.ts";
import { formatDate } from "../../src/almanac/date.ts";
import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { type DigestLine, EVERYTHING } from "../../src/digest/digest.ts";
import { type Ranked, scoreOf } from "../../src/digest/rank.ts";
import { isWorthwhile, rankedFor } from "../../src/digest/ranking.ts";
import { presentStates } from "../../src/digest/sequel.ts";
import { varied } from "../../src/digest/variety.ts";
import { event } from "../almanac/events.ts";
import { realAlmanac } from "./real-almanac.ts";

const KINDS: readonly Kind[] = ["relations-established", "treaty-signed", "visit"];

/** What is not known to many: variety.ts spares what is. */
const LITTLE = 20;

/** Lines of the given kinds that share no state and no decade, best first. */
const candidates = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 10, max: 99 })), { maxLength: 12 })
  .map((rows) =>
    rows
      .toSorted(([, one], [, other]) => other - one)
      .map(([kind, score], index): Ranked => {
        const what = event(`${1700 + 10 * index}-01-01 ${kind} A${index} B${index}`);
        return {
          score,
          occasion: { id: what.id, lead: anniversaryIn(2026, what), others: [], weight: LITTLE },
        };
      }),
  );

function ofKind(lines: readonly Ranked[], kind: Kind): number {
  return lines.filter(({ occasion }) => occasion.lead.event.kind === kind).length;
}

describe("a third line of relations", () => {
  const line = (index: number, kind: Kind, score: number, weight: number): Ranked => {
    const what = event(`${1700 + 10 * index}-01-01 ${kind} A${index} B${index}`);
    return { score, occasion: { id: what.id, lead: anniversaryIn(2026, what), others: [], weight } };
  };

  test.each([
    [35, "relations-established"],
    [34, "treaty-signed"],
  ] as const)("of weight %i or a treaty of a tenth of its score: %s", (weight, kind) => {
    const list = [
      line(1, "relations-established", 30, LITTLE),
      line(2, "relations-established", 29, LITTLE),
      line(3, "relations-established", 28, weight),
      line(4, "treaty-signed", 2.8, LITTLE),
    ];
    expect(varied(list, 3).at(-1)?.occasion.lead.event.kind).toBe(kind);
  });
});

describe("of five lines", () => {
  test("not more than two are of one kind while there is another that is worth a tenth of the third", () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const chosen = varied(list, 5);
        const left = list.filter((line) => !chosen.includes(line));
        const third = KINDS.find((kind) => ofKind(chosen, kind) > 2);
        if (third !== undefined)
          expect(left.filter(({ occasion }) => ofKind(chosen, occasion.lead.event.kind) < 2)).toEqual([]);
      }),
    );
  });

  test("all are shown, best first, if there are no more", () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const chosen = varied(list, 5).map(({ score }) => score);
        expect(chosen).toHaveLength(Math.min(5, list.length));
        expect(chosen).toEqual(chosen.toSorted((one, other) => other - one));
      }),
    );
  });

  test("a state is not shown twice, though it had another name, while another line is worth showing", () => {
    const line = (text: string, score: number): Ranked => {
      const what = event(text);
      return { score, occasion: { id: what.id, lead: anniversaryIn(2026, what), others: [], weight: LITTLE } };
    };
    const soviet = line("1963-01-01 treaty-signed SUHH CN", 50);
    const russian = line("1992-01-01 relations-established RU BE", 60);
    const other = line("1970-01-01 recognition KE KR", 30);
    const small = line("1970-01-01 recognition KE KR", 20);
    const presentOf = (code: string): readonly string[] => [code === "SUHH" ? "RU" : code];
    expect(varied([russian, soviet, other], 2, presentOf)).toEqual([russian, other]);
    expect(varied([russian, soviet, small], 2, presentOf)).toEqual([russian, soviet]);
    expect(varied([russian, soviet, other], 2)).toEqual([russian, soviet]);
  });
});

test("of three states one that was shown before takes less from a line than one of two", () => {
  const line = (text: string, score: number): Ranked => {
    const what = event(text);
    return { score, occasion: { id: what.id, lead: anniversaryIn(2026, what), others: [], weight: LITTLE } };
  };
  const shown = line("1914-08-01 war-declared DE RU", 100);
  const other = line("1849-08-01 relations-established KE KR", 25);
  const presentOf = (code: string): readonly string[] => [code];
  const three = line("1945-08-01 treaty-signed GB RU US", 50);
  expect(varied([shown, three, other], 2, presentOf)).toEqual([shown, three]);
  const two = line("1945-08-01 treaty-signed GB RU", 50);
  expect(varied([shown, two, other], 2, presentOf)).toEqual([shown, other]);
});

test("what all readers know is not left out as a third of its kind, nor for a state that was shown, where little is in its place", () => {
  const line = (text: string, score: number): Ranked => {
    const what = event(text, { name: text });
    return { score, occasion: { id: what.id, lead: anniversaryIn(2026, what), others: [], weight: score } };
  };
  const treaties = [1904, 1950, 2010].map((year) => line(`${year}-04-08 treaty-signed A${year} B${year}`, 90));
  const other = line("1980-04-08 relations-established AE UY", 20);
  expect(varied([...treaties, other], 3)).toEqual(treaties);
  const known = line("1993-01-03 treaty-signed RU US", 60);
  const severed = line("1961-01-03 relations-severed US CU", 90);
  const little = line("1846-01-03 relations-established AR SE", 40);
  const presentOf = (code: string): readonly string[] => [code];
  expect(varied([severed, known, little], 2, presentOf)).toEqual([severed, known]);
});

const almanac = realAlmanac();

describe("in the archive, for a server that follows everything", () => {
  const years = [2026, 2027, 2028].map((year) => ({
    year,
    digests: DAYS_OF_YEAR.map((day) => digestFor(almanac, EVERYTHING, markedIn(year, day, "02-28"))),
  }));
  const days = (years[1]?.digests ?? []).map(({ lines }) => lines);
  const most = (groups: ReadonlyMap<unknown, readonly unknown[]>): number =>
    Math.max(0, ...[...groups.values()].map(({ length }) => length));

  test("more than two of a kind are rare, and never all five", () => {
    const counts = days.map((lines) => most(Map.groupBy(lines, ({ lead }) => lead.event.kind)));
    expect(counts.filter((count) => count > 2).length).toBeLessThanOrEqual(18);
    expect(Math.max(...counts)).toBeLessThan(5);
  });

  test.each(years)("more than two of a kind are as rare in $year", ({ digests }) => {
    const counts = digests.map(({ lines }) => most(Map.groupBy(lines, ({ lead }) => lead.event.kind)));
    expect(counts.filter((count) => count > 2).length).toBeLessThanOrEqual(18);
  });

  test.each(years)(
    "a third line of a kind never leaves out what is new and matters a quarter as much: $year",
    ({ digests }) => {
      for (const { date, lines } of digests) {
        const counts = Map.groupBy(lines, ({ lead }) => lead.event.kind);
        if (most(counts) < 3) continue;
        const shown = new Set(lines.map(({ id }) => id));
        const left = rankedFor(almanac.occasionsOn(date, "02-28"), EVERYTHING, almanac).filter(
          ({ occasion }) => !shown.has(occasion.id) && isWorthwhile(occasion, almanac),
        );
        const third = Math.max(...[...counts.values()].flatMap((alike) => alike.slice(2)).map(scoreOf));
        const better = left.filter(
          ({ occasion, score }) =>
            score >= Math.max(2, third / 4) &&
            (counts.get(occasion.lead.event.kind)?.length ?? 0) < 2 &&
            isNew(occasion, lines),
        );
        expect(
          better.map(({ occasion }) => occasion.id),
          formatDate(date),
        ).toEqual([]);
      }
    },
  );

  test.each(years)("four of a kind stand on two days at most, and never all five: $year", ({ digests }) => {
    const counts = digests.map(({ lines }) => most(Map.groupBy(lines, ({ lead }) => lead.event.kind)));
    expect(counts.filter((count) => count > 3).length).toBeLessThanOrEqual(2);
    expect(Math.max(...counts)).toBeLessThan(5);
  });

  test("a state twice is rare, whatever it was called", () => {
    const twice = days.filter((lines) => {
      const states = lines.flatMap((line) => [
        ...new Set(pairOf(line).flatMap((code) => presentStates(code, almanac))),
      ]);
      return new Set(states).size < states.length;
    });
    expect(twice.length).toBeLessThanOrEqual(22);
  });

  test("no day shows one decade only", () => {
    const decades = days
      .filter((lines) => lines.length === 5)
      .map((lines) => most(Map.groupBy(lines, ({ lead }) => Math.floor(lead.event.date.year / 10))));
    expect(Math.max(...decades)).toBeLessThan(5);
  });
});

function pairOf({ lead, others }: DigestLine): readonly string[] {
  const { kind, parties } = lead.event;
  return parties.length === 2 && others.length === 0 && kind !== "independence" && kind !== "joined" ? parties : [];
}

/** Whether it has no party, decade, name or organisation of a line, under whatever name: what stands beside the lines undiminished. */
function isNew({ lead, others }: Occasion, lines: readonly DigestLine[]): boolean {
  const partiesOf = (all: readonly { readonly event: Event }[]): readonly string[] =>
    all.flatMap((each) => each.event.parties.flatMap((party) => presentStates(party, almanac)));
  const shown = new Set(lines.flatMap((line) => partiesOf([line.lead, ...line.others])));
  const decades = new Set(lines.map((line) => Math.floor(line.lead.event.date.year / 10)));
  const isKnown = partiesOf([lead, ...others]).some((party) => shown.has(party));
  return !isKnown && !decades.has(Math.floor(lead.event.date.year / 10));
}
