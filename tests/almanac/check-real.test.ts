import { cpSync } from "node:fs";
import { expect, test } from "vitest";
import { edit } from "../support/data.ts";
import { temporaryFolder } from "../support/folder.ts";
import { messages } from "./checked.ts";

/** A mistake of a hand on a row of the real data: the file, how its nth line is changed, and the message. */
type Mistake = readonly [file: string, nth: number, change: (line: string) => string, message: RegExp];

const CELLS = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g;

/** Changes one cell of a row, by its place from 0. */
const cell =
  (place: number, value: string) =>
  (line: string): string => {
    const cells = [...line.matchAll(CELLS)].map(([, text = ""]) => text).slice(0, 15);
    return cells.with(place, value).join(",");
  };

const MISTAKES: readonly Mistake[] = [
  ["events/relations/be.csv", 9, cell(1, "1839-02-30"), /^no such date as "1839-02-30" - write a day that exists/],
  ["events/relations/ch.csv", 9, cell(4, "CH QQ"), /^unknown code "QQ" - use a code of data\/parties/],
  ["events/relations/de.csv", 9, (line) => `${line}\n${line}`, /^this is the same fact as in .*:9 - keep one row/],
  ["events/visits/fr.csv", 9, cell(13, ""), /^no source - write the ids of its sources/],
  ["events/visits/gb.csv", 9, (line) => `${line},,`, /^17 cells where the header has 15 columns - /],
  ["events/visits/in.csv", 9, cell(8, '"Paris'), /^a quotation mark is not closed on this line - /],
  [
    "events/visits/jp.csv",
    9,
    cell(8, "Kyo\tto"),
    /^a tab or a character that cannot be seen in "Kyo\\tto" - write a plain space/,
  ],
  ["events/treaties/be.csv", 9, (line) => `\n${line}`, /^the line is empty - delete it$/],
  ["events/treaties/fr.csv", 9, (line) => `${line}\r`, /^the line ends as on Windows \(CR LF\) - /],
  ["events/treaties/es.csv", 1, (line) => `\uFEFF${line}`, /^the file begins with a byte-order mark - /],
  ["events/membership/be.csv", 3, cell(3, "joind"), /^unknown kind "joind" - .*did you mean "joined"\?$/],
];

test("each mistake of a hand in the real data gives one message, with its file, line, rule and cure", () => {
  const folder = temporaryFolder();
  cpSync("data", folder, { recursive: true });
  for (const [file, nth, change] of MISTAKES)
    edit(folder, file, (text) =>
      text
        .split("\n")
        .map((line, at) => (at === nth - 1 ? change(line) : line))
        .join("\n"),
    );
  const faults = messages(folder);
  const each = MISTAKES.map(([file, , , message]) => ({
    file,
    message,
    told: faults.filter((fault) => fault.startsWith(file)),
  }));
  for (const { file, message, told } of each) {
    expect(told, file).toHaveLength(1);
    expect(told[0]?.replace(/^[^:]+:\d+: /, ""), file).toMatch(message);
  }
  expect(faults).toHaveLength(MISTAKES.length);
}, 60_000);
