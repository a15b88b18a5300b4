import { describe, expect, test } from "vitest";
import { parseLocalDate } from "../../src/almanac/date.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { type DigestLine, EVERYTHING } from "../../src/digest/digest.ts";
import { realAlmanac } from "./real-almanac.ts";

const almanac = realAlmanac();

function linesOf(date: string, party: string): readonly DigestLine[] {
  const day = parseLocalDate(date);
  if (day === undefined) throw new Error(`no date: ${date}`);
  return digestFor(almanac, { ...EVERYTHING, parties: [party] }, day).lines;
}

describe("a server that follows South Korea", () => {
  const [first] = linesOf("2026-03-23", "KR");

  test("sees 125 years of Belgium and the Korean Empire first, the treaty in the same line", () => {
    expect(first?.lead.years).toBe(125);
    expect(first?.lead.event.kind).toBe("relations-established");
    expect(first?.lead.event.parties).toEqual(["BE", "korean-empire"]);
    expect(first?.others.map(({ event }) => event.kind)).toContain("treaty-signed");
  });

  test("is told that it continues the Korean Empire", () => {
    expect(first?.sequel.lineage.map(({ successor }) => successor)).toContain("KR");
  });
});

test("a server that follows Russia sees the Soviet Union's relations, with the other date that sources give", () => {
  const line = linesOf("2026-06-12", "RU").find(({ lead }) => lead.event.parties.join(" ") === "BE SUHH");
  expect(line?.lead.event.date.year).toBe(1935);
  expect(line?.lead.event.otherDates).toContainEqual(parseLocalDate("1935-07-12"));
});
