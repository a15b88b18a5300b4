import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createLineage } from "../../../src/almanac/parties/lineage.ts";
import type { Lineage } from "../../../src/almanac/party.ts";
import { data, register } from "./the-register.ts";

const shown = (code: string): readonly string[] => [...register.lineageOf(code)].sort();

test.each([
  ["RU", ["RU", "SUHH"], []],
  ["KZ", ["KZ"], ["SUHH"]],
  ["UA", ["UA", "ukrainian-peoples-republic"], ["SUHH"]],
  ["KR", ["KR", "korean-empire", "joseon"], []],
  ["KP", ["KP"], ["korean-empire", "joseon"]],
  ["CZ", ["CZ", "CSHH"], ["austria-hungary"]],
  ["SK", ["SK", "CSHH", "slovak-state"], []],
  ["RS", ["RS", "CSXX", "YUCS"], []],
  ["HR", ["HR", "YUCS"], ["CSXX"]],
  ["ME", ["ME", "YUCS"], ["CSXX"]],
  ["AT", ["AT", "austria-hungary", "austrian-empire", "habsburg-monarchy"], []],
  ["HU", ["HU", "austria-hungary"], ["holy-roman-empire"]],
  ["CN", ["CN", "roc-mainland", "qing"], ["TW"]],
  ["TW", ["TW", "roc-mainland", "qing"], ["CN"]],
  ["DE", ["DE", "DDDE", "prussia", "north-german-confederation", "hanover"], ["austrian-empire"]],
  ["YE", ["YE", "YDYD"], []],
  ["IT", ["IT", "sardinia", "tuscany", "two-sicilies", "papal-states"], []],
  ["VA", ["VA", "papal-states"], []],
  ["TR", ["TR", "ottoman-empire"], ["byzantine-empire"]],
  ["TZ", ["TZ", "tanganyika", "zanzibar"], []],
  ["EG", ["EG", "united-arab-republic"], []],
  ["SY", ["SY"], ["united-arab-republic"]],
  ["CO", ["CO", "new-granada", "gran-colombia"], []],
  ["VE", ["VE", "gran-colombia"], ["new-granada"]],
  ["IN", ["IN", "british-india"], []],
  ["PK", ["PK"], ["british-india"]],
  ["VN", ["VN", "VDVN", "south-vietnam", "state-of-vietnam"], []],
  ["GB", ["GB", "england", "scotland"], []],
  ["african-union", ["african-union", "oau"], []],
  ["eu", ["eu", "european-communities", "ecsc"], []],
])("following %s shows %j but not %j", (code, with_, without) => {
  expect(shown(code)).toEqual(expect.arrayContaining(with_));
  for (const other of without) expect(shown(code)).not.toContain(other);
});

test("a former party shows its own events and what it continued, not its successors'", () => {
  expect(shown("SUHH")).toEqual(["SUHH", "tuva"]);
  expect(shown("korean-empire")).toEqual(["joseon", "korean-empire"]);
});

test("who came after is told with how", () => {
  expect(register.successorsOf("united-arab-republic")).toEqual([
    { former: "united-arab-republic", successor: "EG", how: "continuation" },
    { former: "united-arab-republic", successor: "SY", how: "split" },
  ]);
  // The Baltic states resumed the independence of 1918; they succeeded the Soviet Union in nothing.
  const ofSovietUnion = register.successorsOf("SUHH").map(({ successor }) => successor);
  expect(ofSovietUnion.toSorted()).toEqual("AM AZ BY GE KG KZ MD RU TJ TM UA UZ".split(" "));
  expect(register.successorsOf("BE")).toEqual([]);
});

test("every former state but the disputed ones shows under some present party or organisation", () => {
  const present = data.parties.filter(({ until }) => until === undefined);
  const reached = new Set(present.flatMap(({ code }) => [...register.lineageOf(code)]));
  const lost = data.parties.filter(({ code, type }) => type === "former-state" && !reached.has(code));
  expect(lost.map(({ code }) => code)).toEqual([
    "artsakh",
    "byzantine-empire",
    "donetsk-peoples-republic",
    "luhansk-peoples-republic",
  ]);
});

const someRow = fc.record({
  former: fc.constantFrom("a", "b", "c", "d"),
  successor: fc.constantFrom("a", "b", "c", "d"),
  how: fc.constantFrom("continuation", "split", "merger", "succession"),
}) satisfies fc.Arbitrary<Lineage>;

test("whatever the rows say, circles included, a party shows itself and all that a party it shows shows", () => {
  fc.assert(
    fc.property(fc.array(someRow, { maxLength: 8 }), (rows) => {
      const lineage = createLineage(rows);
      for (const code of ["a", "b", "c", "d"]) {
        expect(lineage.shownFor(code)).toContain(code);
        for (const former of lineage.shownFor(code))
          for (const earlier of lineage.shownFor(former)) expect(lineage.shownFor(code)).toContain(earlier);
      }
    }),
  );
});
