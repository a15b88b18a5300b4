import { csvParseRows } from "d3-dsv";
import { assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { fromCell, toCell } from "../../../commands/import/formula.ts";
import { entriesOf } from "../../../commands/import/read-file.ts";
import { type Format, fileOf } from "../../../commands/import/write-file.ts";
import type { OwnEventContent } from "../../../src/almanac/own-event.ts";
import { register } from "../../almanac/parties/the-register.ts";
import { english } from "../../messages/language.ts";
import { checkAll } from "./check-all.ts";
import { servers } from "./events.ts";

const reading = {
  parties: register,
  today: { precision: "day", year: 2026, month: 6, day: 25 },
  language: english,
} as const;

function imported(bytes: Uint8Array, present: readonly OwnEventContent[] = []) {
  const read = entriesOf(bytes, english);
  if (!read.ok) throw new Error(read.fault.kind);
  expect(read.value.unknown).toEqual([]);
  return checkAll(read.value.entries, present, reading);
}

const write = (events: readonly OwnEventContent[], format: Format) => fileOf(events, format, "own-dates").data;

test.each(["csv", "json"] as const)(
  "what is exported as %s is imported as it was, and a second time adds nothing",
  (format) => {
    assert(
      property(servers, (events) => {
        const file = write(events, format);
        expect(imported(file)).toEqual({ right: events, already: 0, wrong: 0, faults: [] });
        expect(imported(file, events)).toEqual({ right: [], already: events.length, wrong: 0, faults: [] });
      }),
      { numRuns: 300 },
    );
  },
  60_000,
);

/** What a spreadsheet runs when it stands at the beginning of a cell. */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;

test("no cell of an exported table is a formula, whether the comma or the semicolon ends cells", () => {
  assert(
    property(servers, (events) => {
      const text = Buffer.from(write(events, "csv")).toString("utf8").slice(1);
      const cells = csvParseRows(text).flat();
      // where the semicolon ends cells, the quotes around ours are no quotes
      const pieces = text.split(/;|\r\n/).map((piece) => piece.replace(/^"+/, ""));
      expect([...cells, ...pieces].filter((cell) => RUNS.test(cell))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("cells are texts again, and a formula in a foreign table is the text that it is", () => {
  const nasty = string({ unit: constantFrom("=", "'", '"', ";", "a", " ", "-", "＝") });
  assert(
    property(nasty, (text) => fromCell(toCell(text)) === text),
    { numRuns: 2_000 },
  );
  expect(toCell("=1+1")).toBe("'=1+1");
  expect(toCell("a;=1+1")).toBe("a;'=1+1");
  expect(toCell("'=1")).toBe("''=1");
  expect(toCell("5 - 3 = 2")).toBe("5 - 3 = 2");
  expect(fromCell("'tis the season")).toBe("'tis the season");
  const foreign = Buffer.from('date,text\n2026-06-25,"=HYPERLINK(""https://evil.example"")"\n2026-06-25,\'@here\n');
  expect(imported(foreign).right.map(({ text }) => text)).toEqual(['=HYPERLINK("https://evil.example")', "@here"]);
});

test("500 of the longest texts in any script are a file that is read again", () => {
  const events = Array.from({ length: 500 }, (_, at): OwnEventContent => {
    const number = String(at).padStart(3, "0");
    return {
      date: { precision: "every-year", month: 12, day: 28 },
      text: `${number}${"語".repeat(197)}`,
      kind: "語".repeat(40),
      parties: register.all
        .map(({ code }) => code)
        .toSorted((one, other) => other.length - one.length)
        .slice(0, 10),
      link: `https://example.org/${"a".repeat(280)}`,
    };
  });
  for (const format of ["csv", "json"] as const) {
    const file = write(events, format);
    expect(file.byteLength).toBeLessThan(1_048_576);
    expect(imported(file).right).toHaveLength(500);
  }
});
