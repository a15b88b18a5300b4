import { expect, test } from "vitest";
import { createReport, type Row } from "../../bench/report.ts";

function reported() {
  const lines: string[] = [];
  return { lines, report: createReport((line) => lines.push(line)) };
}

function rowsOf(slow: number, large: number, twice = 0): readonly Row[] {
  return [
    { name: "lookups", figures: [{ label: "p99", value: slow, unit: "ms", most: 5 }] },
    { name: "memory", figures: [{ label: "resident", value: large, unit: "MB", most: 150 }] },
    { name: "posts", figures: [{ label: "twice", value: twice, unit: "", most: 0 }] },
    { name: "without a target", figures: [{ label: "worst", value: 9_000, unit: "ms" }] },
  ];
}

test("what is within its target is measured once, and nothing is missed", async () => {
  const { lines, report } = reported();
  const measures = [rowsOf(5, 150)];
  await report.part("A part", () => measures.shift() ?? []);
  expect(report.missed()).toEqual([]);
  expect(lines).toHaveLength(5);
});

test("what misses its target once, on a busy machine, is measured once more, and both are printed", async () => {
  const { lines, report } = reported();
  const measures = [rowsOf(6, 150), rowsOf(4, 151)];
  await report.part("A part", () => measures.shift() ?? []);
  expect(report.missed()).toEqual([]);
  expect(measures).toEqual([]);
  expect(lines.join("\n")).toMatch(/missed: lookups p99;[^]*A part, once more/u);
});

test.each([
  ["slower", rowsOf(6, 100), "lookups p99"],
  ["larger", rowsOf(1, 151), "memory resident"],
  ["twice", rowsOf(1, 1, 1), "posts twice"],
  ["not to be measured", rowsOf(Number.NaN, 1), "lookups p99"],
])("what is %s both times is missed, and named with both figures", async (_, rows, what) => {
  const { report } = reported();
  await report.part("A part", () => rows);
  expect(report.missed()).toEqual([
    expect.stringMatching(new RegExp(`^A part, ${what}: .*at most.*, then .*at most`, "u")),
  ]);
});
