import { expect, test } from "vitest";
import { edit, fixtureData } from "../support/data.ts";
import { KAZINFORM, messages, RELATIONS } from "./checked.ts";

/** What the check says of rows beside the others of Belgium's relations. */
function withRows(...rows: readonly string[]): readonly string[] {
  const folder = fixtureData();
  edit(folder, RELATIONS, (text) => {
    const [header = "", ...others] = text.trimEnd().split("\n");
    const date = (row: string): string => `${row.split(",")[1]} ${row.split(",")[0]}`;
    return `${[header, ...[...others, ...rows].toSorted((a, b) => (date(a) < date(b) ? -1 : 1))].join("\n")}\n`;
  });
  return messages(folder);
}

const between = (date: string, kind: string, confidence = ""): string =>
  `be-kz-${date}-${kind},${date},,${kind},BE KZ,,,,,,,,,${KAZINFORM},${confidence}`;

test("an establishment told again some days later is told, with what to do", () => {
  expect(withRows(between("1992-08-28", "relations-established"))).toEqual([
    `${RELATIONS}:6: relations-established stands in ${RELATIONS}:5 for 1992-08-25 already - keep the row with the better source and note the other date in other_dates, or add what undid it between`,
  ]);
  expect(withRows(between("1997-08-28", "relations-established"))).toEqual([]);
});

test("what was undone between may be done again", () => {
  const again = between("1994-08-28", "relations-established");
  expect(withRows(again)).toHaveLength(1);
  expect(withRows(between("1993-01-01", "relations-severed"), again)).toEqual([]);
});

test.each([
  ["its source", (row: string) => row.replace(KAZINFORM, "")],
  ["a right number of cells", (row: string) => `${row},`],
  ["a right day", (row: string) => row.replace("-01-01,,", "-01-32,,")],
  ["a right kind", (row: string) => row.replace(",relations-severed,", ",relation-severed,")],
  ["right parties", (row: string) => row.replace(",BE KZ,", ",BE KQ,")],
  ["a right id", (row: string) => row.replace(/^be-/, "bf-")],
])("what a row without %s undid may be done again: only that row is told", (_, broken) => {
  const again = between("1994-08-28", "relations-established");
  expect(withRows(broken(between("1993-01-01", "relations-severed")), again)).toHaveLength(1);
  expect(withRows(broken(between("1996-01-01", "relations-severed")), again)).toHaveLength(2);
});
