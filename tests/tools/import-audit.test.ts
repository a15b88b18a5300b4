import { expect, test } from "vitest";
import { codeParty } from "../../tools/import/codes.ts";
import { differences } from "../../tools/import/compare.ts";
import type { Row } from "../../tools/import/data-rows.ts";
import { type Fact, parseFact } from "../../tools/import/fact.ts";
import { doubts } from "../../tools/import/merges.ts";

const PAGE = "https://example.org/visits";

function fact(line: object): Fact {
  return parseFact(JSON.stringify({ source: { name: "A list", url: PAGE }, ...line }), "us-visits-in", 1);
}

const VISIT = fact({
  date: "1993-12-08",
  kind: "visit",
  parties: ["RU", "BE"],
  as: "Russian Empire",
  who: [{ name: "Boris Yeltsin", office: "President" }],
  place: "Brussels",
  rank: "official",
  first: true,
  note: "signed an agreement",
  confidence: "medium",
});

const ROW: Row = {
  id: "ru-be-1993-12-08-visit",
  date: "1993-12-08",
  end: "",
  kind: "visit",
  parties: "RU BE",
  names_then: "RU=Russian Empire",
  name: "",
  people: "Boris Yeltsin (President)",
  place: "Brussels",
  rank: "official",
  first: "yes",
  note: "signed an agreement",
  other_dates: "",
  sources: "list",
  confidence: "medium",
};

const found = (row: Row, facts: readonly Fact[]): readonly string[] =>
  differences(
    row,
    facts,
    () => PAGE,
    (code, date) => codeParty(code, date, []),
  );

test("a row that says what its line says has no differences", () => {
  expect(found(ROW, [VISIT])).toEqual([]);
});

test.each([
  ["parties", "BE RU", "parties stand in the order BE RU in no line"],
  ["rank", "working", "rank working, in the lines official"],
  ["rank", "", "rank none, in the lines official"],
  ["note", "opened an embassy", "words of the note in no line: opened embassy"],
  ["confidence", "", "confidence is not medium"],
  ["people", "Boris Yeltsin (Prime Minister)", "Boris Yeltsin (Prime Minister) is in no line"],
  ["people", "", "the people are lost"],
  ["names_then", "RU=Soviet Russia", "name Soviet Russia is in no line"],
  ["date", "1993-12-09", "date 1993-12-09 is in no line"],
  ["end", "1993-12-10", "end 1993-12-10 is in no line"],
  ["place", "Bruges", "place Bruges is in no line"],
  ["kind", "summit", "kind summit is in no line"],
])("the audit finds a wrong %s: %s", (column, cell, difference) => {
  expect(found({ ...ROW, [column]: cell }, [VISIT])).toContain(difference);
});

test("a row calls nothing the first that no line calls so; it may leave that out where another visit went before", () => {
  expect(found(ROW, [{ ...VISIT, first: false }])).toEqual(["no line calls it the first"]);
  expect(found({ ...ROW, first: "" }, [VISIT])).toEqual([]);
});

test("parties of a kind without a direction may stand in any order", () => {
  const signed = { ...VISIT, kind: "treaty-signed" };
  expect(found({ ...ROW, kind: "treaty-signed", parties: "BE RU" }, [signed])).toEqual([]);
});

test("a line of the kind other bears out the one kind that its name means", () => {
  const attack = { ...VISIT, kind: "other", name: "Attack on the embassy" };
  expect(found({ ...ROW, kind: "incident" }, [attack])).toEqual([]);
  expect(found({ ...ROW, kind: "visit" }, [attack])).toEqual(["kind visit is in no line"]);
});

const treaty = (line: object, file: "treaties-gb" | "treaties-wti"): Fact =>
  parseFact(
    JSON.stringify({ kind: "treaty-signed", parties: ["CA", "DE"], source: { name: "A list", url: PAGE }, ...line }),
    file,
    1,
  );

test.each([
  ["the same treaty in other words", { name: "Agreement: Trade" }, []],
  ["a treaty without a name", {}, []],
  ["another subject", { name: "Agreement: Payments" }, ["names Trade Agreement / Agreement: Payments"]],
  ["a party more", { name: "Trade", parties: ["CA", "FR"] }, ["parties CA DE / CA FR"]],
  ["another act", { name: "Trade", kind: "treaty-ended" }, ["acts treaty-signed / treaty-ended"]],
  ["another month", { name: "Trade", date: "1936-11-22" }, ["dates 1936-10-22 / 1936-11-22"]],
])("lines that were merged are doubted for %s", (_, other, said) => {
  const lines = [
    treaty({ date: "1936-10-22", name: "Trade Agreement" }, "treaties-gb"),
    treaty({ date: "1936-10-22", ...other }, "treaties-wti"),
  ];
  expect(doubts(lines, (code, date) => codeParty(code, date, []))).toEqual(said);
});
