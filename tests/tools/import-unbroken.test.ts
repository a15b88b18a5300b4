import { describe, expect, test } from "vitest";
import { importLines, type Line, told } from "./lines.ts";

const returned: Line = {
  file: "diplomatic-incidents",
  kind: "relations-restored",
  parties: ["IL", "TR"],
  date: "2022-08-17",
};
const severed: Line = {
  file: "wp-relations",
  kind: "relations-severed",
  parties: ["IL", "TR"],
  date: "2018-05-16",
};

describe("restorations before which no break is known", () => {
  test("ambassadors that returned are told as such where the table says so", () => {
    const imported = importLines([returned]);
    expect(told(imported)).toEqual(["relations-upgraded IL TR 2022-08-17"]);
    expect(imported.restorations.undecided).toEqual([]);
  });

  test("a break makes it a restoration, whatever the table says, and its row idle", () => {
    const imported = importLines([returned, severed]);
    expect(told(imported)).toContain("relations-restored IL TR 2022-08-17");
    const idle = importLines([severed]).restorations.idle;
    expect(imported.restorations.idle).toEqual(idle);
    expect(importLines([returned]).restorations.idle).toHaveLength(idle.length - 1);
  });

  test("a break that an earlier restoration had mended explains no later one", () => {
    const again: Line = { ...returned, date: "2020-01-01" };
    expect(told(importLines([returned, severed, again]))).toContain("relations-upgraded IL TR 2022-08-17");
  });

  test("what no row decides is left to be decided", () => {
    const open = (lines: readonly Line[]) =>
      importLines(lines).restorations.undecided.map(({ date, parties }) => `${date} ${parties.join(" ")}`);
    const other: Line = { ...returned, parties: ["BE", "KZ"] };
    expect(open([other])).toEqual(["2022-08-17 BE KZ"]);
    expect(open([other, { ...severed, parties: ["BE", "KZ"] }])).toEqual([]);
  });

  test("what a predecessor broke off is a break", () => {
    const open = (breaker: string) =>
      importLines([
        { ...returned, parties: ["BE", "RU"] },
        { ...severed, parties: ["BE", breaker], date: "1985-01-01" },
      ]).restorations.undecided.length;
    expect(open("SUHH")).toBe(0);
    expect(open("CSHH")).toBe(1);
  });
});

test("a restoration of which a list knows the year alone is the establishment of that year", () => {
  const lines = (year: string): readonly Line[] => [
    { file: "wp-relations", parties: ["AL", "LV"], date: "1992-04-29" },
    { file: "wp-relations", kind: "relations-restored", parties: ["AL", "LV"], date: year, confidence: "medium" },
  ];
  expect(told(importLines(lines("1992")))).toEqual(["relations-restored AL LV 1992-04-29"]);
  expect(told(importLines(lines("1993")))).toContain("relations-established AL LV 1992-04-29");
});
