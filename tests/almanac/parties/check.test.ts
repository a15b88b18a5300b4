import { beforeEach, expect, test } from "vitest";
import { DataError } from "../../../src/almanac/fault.ts";
import { loadRegister } from "../../../src/almanac/parties/load.ts";
import { edit as editIn, fixtureData } from "../../support/data.ts";
import { messages } from "../checked.ts";

let folder = "";

beforeEach(() => {
  folder = fixtureData();
});

function edit(path: string, change: (text: string) => string): void {
  editIn(folder, path, change);
}

function faults(): readonly string[] {
  return messages(folder);
}

const append =
  (line: string) =>
  (text: string): string =>
    `${text}${line}\n`;

test.each([
  ["a date that does not exist", "parties/states.csv", append("QX,,2001-02-30,,,,,"), "is no date"],
  ["a malformed code", "parties/states.csv", append("Qx,,,,,,,"), 'the code "Qx" is malformed'],
  ["an unknown style", "parties/states.csv", append("QX,,,,,tiny,,"), "write one of long, short"],
  ["a party sent elsewhere for ever", "parties/merged-codes.csv", append("BE,,,NL,"), '"BE" is a party of its own'],
  ["a code used twice", "parties/organisations.csv", append("be,,2001,,,,,partial"), 'the code "be" is also in'],
  [
    "an end before the beginning",
    "parties/former-states.csv",
    (text: string) => text.replace("1922-12-30,1991-12-26", "1991-12-26,1922-12-30"),
    "ends before it begins",
  ],
  [
    "an independence before there was anything of the name",
    "parties/states.csv",
    (text: string) => text.replace(/^BE,BEL,[^,]*,[^,]*,/m, "BE,BEL,1830-10-04,1829,"),
    "it was independent before there was anything of that name",
  ],
  [
    "a founding before its treaty",
    "parties/organisations.csv",
    (text: string) => text.replace("2000-07-11,2002-07-09", "2003-07-11,2002-07-09"),
    "before its treaty was signed",
  ],
  [
    "a seat of nobody known",
    "parties/seats.csv",
    append("un,QX,,1950-01-01,1951-01-01,no such party"),
    '"QX" is no party',
  ],
  ["a seat without a reason", "parties/seats.csv", append("un,BE,,1950-01-01,1951-01-01,"), "note is empty"],
  [
    "a seat that ends before it begins",
    "parties/seats.csv",
    append("un,BE,,1951-01-01,1950-01-01,x"),
    "ends before it begins",
  ],
  [
    "a seat with two holders at once",
    "parties/seats.csv",
    append("un,roc-mainland,FR,1960-01-01,1961-01-01,x"),
    "has another holder of the seat in these days",
  ],
  ["an annexation by nobody known", "parties/annexed.csv", append("BE,QX,1940-05-10,1945-05-08,x"), '"QX" is no party'],
  ["an annexation without a reason", "parties/annexed.csv", append("BE,DE,1940-05-10,1945-05-08,"), "note is empty"],
  [
    "an annexation that ends before it begins",
    "parties/annexed.csv",
    append("BE,DE,1945-05-10,1940-05-08,x"),
    "ends before it begins",
  ],
  ["a successor that is not there", "parties/lineage.csv", append("SUHH,QX,split"), '"QX" is no party'],
  [
    "a way that is not one",
    "parties/lineage.csv",
    append("SUHH,BE,swallowed"),
    "write one of continuation, split, government, merger, succession",
  ],
  ["a former party that still exists", "parties/lineage.csv", append("BE,NL,split"), '"BE" still exists'],
  [
    "a successor that was gone before",
    "parties/lineage.csv",
    append("SUHH,prussia,split"),
    '"prussia" ended before "SUHH" did',
  ],
  ["an alias of nobody", "parties/aliases.csv", append("QX,en,Quixotia,common"), '"QX" is no party'],
  ["an alias twice", "parties/aliases.csv", append("MM,en,BURMA,old"), '"BURMA" is there twice for MM'],
  ["a merged code that is a party", "parties/merged-codes.csv", append("SUHH,,,RU,"), '"SUHH" is a party of its own'],
  [
    "a merged code that leads nowhere",
    "parties/merged-codes.csv",
    append("quix,,,quixotia,"),
    '"quixotia" is no party',
  ],
  ["a column too many", "parties/lineage.csv", append("SUHH,RU,split,why"), "4 cells where the header has 3 columns"],
])("%s is one fault with file, line and cure", (_, path, change, message) => {
  edit(path, change);
  const found = faults();
  expect(found, found.join("\n")).toHaveLength(1);
  expect(found[0]?.startsWith(`${path}:`)).toBe(true);
  expect(found[0]).toContain(message);
  expect(found[0]).toContain(" - ");
});

test.each([
  ["states", "a comma too many", (text: string) => text.replace(/^BE,.*$/m, "$&,"), "9 cells"],
  ["states", "a quotation mark that is not closed", (text: string) => text.replace(/^(BE,.*),$/m, '$1,"'), "quotation"],
  [
    "states",
    "a date that is none",
    (text: string) => text.replace(/^BE,BEL,1830[^,]*/m, "BE,BEL,1830-13"),
    "is no date",
  ],
  ["former-states", "an end that is none", (text: string) => text.replace("1991-12-26", "1991-12-62"), "is no date"],
  ["former-states", "a cell too few", (text: string) => text.replace(/^(SUHH,.*),[^,]*$/m, "$1"), "4 cells"],
  ["organisations", "another heading", (text: string) => text.replace("code,", "codes,"), "the columns are"],
])("%s.csv: %s is one fault, and none of what names the party", (table, _, change, message) => {
  edit(`parties/${table}.csv`, change);
  expect(faults()).toEqual([expect.stringMatching(new RegExp(`^parties/${table}.csv:\\d+: .*${message}`))]);
});

test("a circle of successors is told for each row of it", () => {
  edit("parties/lineage.csv", append("austria-hungary,habsburg-monarchy,merger"));
  expect(faults().filter((fault) => fault.includes("leads back to"))).toHaveLength(3);
});

test("a name of nobody, and a former state without a name, are faults of the translation", () => {
  edit("translations/en/parties.json", (text) => text.replace('"SUHH": "Soviet Union"', '"SUHX": "Soviet Union"'));
  expect(faults()).toEqual([
    'translations/en/parties.json: "SUHX" is no party\'s code - take it out, did you mean "SUHH"?',
    'translations/en/parties.json: "SUHH" has no name - add it under "names"',
  ]);
});

test.each([
  ["not JSON", "{", "the file is not JSON"],
  ["not an object", "[]", "not a JSON object"],
  ["a name that is no text", '{ "names": { "BE": 1 } }', '"names" is not an object of strings'],
  ["a stray part", '{ "name": {} }', 'there is a part "name"'],
])("a translation that is %s is a fault", (_, text, message) => {
  edit("translations/en/parties.json", () => text);
  expect(faults().join("\n")).toContain(message);
});

test("data with faults does not open", () => {
  edit("parties/lineage.csv", append("SUHH,QX,split"));
  expect(() => loadRegister(folder)).toThrow(DataError);
});
