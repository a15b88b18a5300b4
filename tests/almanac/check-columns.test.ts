import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mayName } from "../../src/almanac/check/existence.ts";
import { parsePartialDate } from "../../src/almanac/date.ts";
import { EVENT_COLUMNS } from "../../src/almanac/event-row.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import { fixtureData } from "../support/data.ts";
import { KAZINFORM, messages } from "./checked.ts";
import { register } from "./parties/the-register.ts";

/** What the check says of one more row, in a file of its own. */
function told(family: string, row: string): readonly string[] {
  const folder = fixtureData();
  mkdirSync(join(folder, "events", `${family}-more`), { recursive: true });
  writeFileSync(join(folder, "events", `${family}-more`, "be.csv"), `${EVENT_COLUMNS.join()}\n${row}\n`);
  return messages(folder);
}

const war = (id: string, parties: string): string =>
  `${id}-1914-08-04-war-began,1914-08-04,,war-began,${parties},,,,,,,,,${KAZINFORM},`;
const visit = (rank: string, first: string): string =>
  `be-kz-2001-05-05-visit,2001-05-05,,visit,BE KZ,,,,,${rank},${first},,,${KAZINFORM},`;

test("a war is of two that fought each other", () => {
  expect(told("conflict", war("be-de", "BE DE"))).toEqual([]);
  expect(told("conflict", war("be-de-fr", "BE DE FR"))).toEqual([
    "events/conflict-more/be.csv:2: war-began names 3 parties - write a row for each two that fought each other",
  ]);
  expect(told("conflict", war("be-de", "BE DE QQ"))).toEqual([
    expect.stringMatching(/^events\/conflict-more\/be.csv:2: unknown code "QQ" - /),
  ]);
});

test("a visit's rank is one of those that there are, and first is yes or nothing", () => {
  expect(told("visits", visit("working", "yes"))).toEqual([]);
  expect(told("visits", visit("wroking", ""))).toEqual([
    'events/visits-more/be.csv:2: unknown rank "wroking" - use one of state-visit, official, working, summit, private, other, did you mean "working"?',
  ]);
  expect(told("visits", visit("working", "no"))).toEqual([
    'events/visits-more/be.csv:2: unknown mark "no" in the column first - write yes or leave it empty',
  ]);
});

test.each<[string, string, Kind, boolean]>([
  ["SUHH", "1993-12-31", "treaty-signed", true],
  ["SUHH", "1994-01-01", "treaty-signed", false],
  ["SUHH", "1920-01-01", "treaty-signed", true],
  ["SUHH", "1919-12-31", "treaty-signed", false],
  ["SUHH", "1800-01-01", "national-day", true],
])("%s may stand in a row of %s, %s: %s", (code, text, kind, may) => {
  const [party, date] = [register.party(code), parsePartialDate(text)];
  if (party === undefined || date === undefined) throw new Error(code);
  expect(mayName(party, date, kind)).toBe(may);
});

test("a bar after the principal parties stands in treaties of more than three, and only there", () => {
  const peace = (id: string, kind: string, parties: string): string =>
    `${id}-1920-06-04-${kind},1920-06-04,,${kind},${parties},,Treaty of Trianon,,,,,,,${KAZINFORM},`;
  expect(told("conflict", peace("treaty-of-trianon", "peace-treaty", "HU / BE FR GB"))).toEqual([]);
  for (const [family, row] of [
    ["conflict", peace("hu-be-fr", "peace-treaty", "HU / BE FR")],
    ["membership", peace("treaty-of-trianon", "observer", "HU / BE FR GB")],
  ] as const)
    expect(told(family, row)).toEqual([
      `events/${family}-more/be.csv:2: a bar parts the parties of an event that does not need it - write the codes without it: the bar is for treaties of more than three`,
    ]);
});

test.each([
  [
    "Agreement on cultural cooperation between Belgium and",
    'the name ends in "and" - write the whole name, or end it after a whole phrase',
  ],
  ["Convention on mutual", 'the name ends in "mutual" - write the whole name, or end it after a whole phrase'],
  [
    "Convention on the Conservation…",
    'the name ends in "Conservation…" - write the whole name, or end it after a whole phrase',
  ],
  ["TREATY OF FRIENDSHIP", "the name is in capitals - write it in small letters, with capitals where names have them"],
  [`Treaty on ${"peace ".repeat(30)}now`, "the name has 193 letters - write the name in use, of at most 160"],
])("a treaty's name is whole: %s", (name, said) => {
  const row = (text: string) =>
    `be-kz-1999-05-05-treaty-signed,1999-05-05,,treaty-signed,BE KZ,,${text},,,,,,,${KAZINFORM},`;
  expect(told("treaties", row("START II"))).toEqual([]);
  expect(told("treaties", row(name))).toEqual([`events/treaties-more/be.csv:2: ${said}`]);
});
