import { join } from "node:path";
import { expect, test } from "vitest";
import { checkData } from "../../src/almanac/check/check.ts";
import { DataError, formatFault } from "../../src/almanac/fault.ts";
import { readJudgement } from "../../src/almanac/judgement-read.ts";
import { edit, fixtureData } from "../support/data.ts";

const TODAY = { precision: "day", year: 2026, month: 11, day: 22 } as const;

const KINDS = "significance/kinds.csv";
const ORGANISATIONS = "significance/organisations.csv";
const RENOWNED = "significance/renowned.csv";
const WORDS = "significance/words.csv";
const PAGES = "significance/pages.csv";
const STANDING = "significance/standing.csv";

const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const add = (line: string) => (text: string) => `${text}${line}\n`;

function messages(folder: string): readonly string[] {
  return checkData(folder, TODAY).map((fault) => formatFault(fault).replaceAll(join(folder, "/"), ""));
}

test.each<[string, string, (text: string) => string, string | RegExp]>([
  [
    "a kind that there is not",
    KINDS,
    swap("\nvisit,", "\nvisits,"),
    /^significance\/kinds\.csv:\d+: kind is "visits" - write one of /,
  ],
  [
    "a kind that is missing",
    KINDS,
    swap(/\nvisit,[^\n]*/, ""),
    "significance/kinds.csv: there is no row for visit - add a row for each",
  ],
  [
    "a kind that is there twice",
    KINDS,
    add("visit,1,,likewise"),
    /^significance\/kinds\.csv:\d+: "visit" is there twice - keep one of the rows$/,
  ],
  [
    "no number for a weight",
    KINDS,
    swap("unification,50", "unification,much"),
    'significance/kinds.csv:2: the weight "much" is malformed - write a number, like 10 or 0.45',
  ],
  [
    "a weight of nothing",
    ORGANISATIONS,
    swap("afdb,0.45", "afdb,0"),
    /^significance\/organisations\.csv:3: the weight is 0 - write more than 0/,
  ],
  [
    "neither yes nor empty",
    ORGANISATIONS,
    swap("afdb,0.45,yes", "afdb,0.45,no"),
    'significance/organisations.csv:3: technical is "no" - write yes, or leave it empty',
  ],
  [
    "an organisation that there is not",
    ORGANISATIONS,
    add("zzz,1,,nobody knows it"),
    /^significance\/organisations\.csv:\d+: no party has the code "zzz" - /,
  ],
  [
    "a name of another day",
    RENOWNED,
    swap("1945-10-24", "1945-10-25"),
    'significance/renowned.csv:2: no event of 1945-10-25 has the name or the id "United Nations" - write the date and the name, or the id, as data/events has them',
  ],
  [
    "no date",
    RENOWNED,
    swap("1945-10-24", "1945-10"),
    'significance/renowned.csv:2: the date is "1945-10" - write YYYY-MM-DD, of a day that exists',
  ],
  [
    "an id of another day",
    RENOWNED,
    swap("United Nations", "un-1945-10-25-organisation-founded"),
    /^significance\/renowned\.csv:2: no event of 1945-10-24 has the name or the id "un-1945-10-25-organisation-founded" - /,
  ],
  [
    "no reason",
    RENOWNED,
    swap("the organisation of all states", ""),
    "significance/renowned.csv:2: why is empty - fill in the why",
  ],
  [
    "a stray column",
    RENOWNED,
    swap("of all states", "of, all states"),
    /^significance\/renowned\.csv:2: 5 cells where the header has 4 columns - /,
  ],
  [
    "words that are no expression",
    WORDS,
    add("(loan,routine,,money"),
    /^significance\/words\.csv:\d+: "\(loan" is no regular expression - correct it, /,
  ],
  [
    "a use that there is not",
    WORDS,
    add("loan,dull,,money"),
    /^significance\/words\.csv:\d+: use is "dull" - write one of routine, notable, /,
  ],
  [
    "a weight where none is asked for",
    WORDS,
    add("loan,routine,2,money"),
    /^significance\/words\.csv:\d+: routine has no weight - leave the weight empty, or make the use treaty or statement$/,
  ],
  [
    "a standing that there is not",
    PAGES,
    swap("atop,list", "atop,all"),
    'significance/pages.csv:4: the standing is "all" - write one or more of memorable, list, register',
  ],
  [
    "what is neither kind nor family",
    STANDING,
    swap("\n,recognition,", "\n,recognitions,"),
    /^significance\/standing\.csv:\d+: what is "recognitions" - write kinds or families, with spaces between them$/,
  ],
  [
    "a standing of no page",
    STANDING,
    swap("memorable,territory", "known,territory"),
    /^significance\/standing\.csv:\d+: standing is "known" - write one of memorable, list, register$/,
  ],
  [
    "no number for a year",
    STANDING,
    swap(",1648,0.6", ",early,0.6"),
    'significance/standing.csv:2: the before "early" is malformed - write a whole number, or leave it empty',
  ],
  [
    "the same circumstances twice",
    STANDING,
    add("list,conflict,,1914,0.5,likewise"),
    /^significance\/standing\.csv:\d+: "list conflict  1914" is there twice - keep one of the rows$/,
  ],
  [
    "a page that there is not",
    PAGES,
    swap("atop,", "atoll,"),
    'significance/pages.csv:4: no page\'s id begins with "atoll" - write the start of an id of data/sources',
  ],
])("the check names %s", (_, file, change, message) => {
  const folder = fixtureData();
  edit(folder, file, change);
  expect(messages(folder)).toEqual([typeof message === "string" ? message : expect.stringMatching(message)]);
});

test("the archive does not open on a judgement that cannot be read, and says where", () => {
  const folder = fixtureData();
  edit(folder, KINDS, swap("unification,50", "unification,"));
  expect(() => readJudgement(folder)).toThrow(DataError);
  expect(() => readJudgement(folder)).toThrow(/kinds\.csv:2: weight is empty - fill in the weight/);
});
