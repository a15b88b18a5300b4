import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Arbitrary, array, assert, constantFrom, integer, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { parseLine } from "../../src/almanac/csv.ts";
import { temporaryFolder } from "../support/folder.ts";
import { messages } from "./checked.ts";

/** One fault of a hand: its name, by which its table knows it, and the line with it; the line itself where it has nothing to spoil. */
type Fault = readonly [name: string, spoil: (line: string) => string];
/** A table by its path in data/, and the faults that a hand makes in it. */
type Table = readonly [path: string, faults: readonly Fault[]];

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const cell =
  (place: number, change: (text: string) => string) =>
  (line: string): string => {
    const cells = parseLine(line);
    const changed = change(cells[place] ?? "");
    return changed === cells[place] ? line : cells.with(place, changed).map(quoted).join(",");
  };
const put = (place: number, text: string) => cell(place, () => text);
/** Only where there is something: an empty cell may stay so. */
const spoilt = (place: number, text: string) => cell(place, (there) => (there === "" ? there : text));

const ANY: readonly Fault[] = [
  ["stray column", (line) => `${line},`],
  ["missing column", (line) => line.replace(/,[^",]*$/, "")],
  ["duplicate", (line) => `${line}\n${line}`],
  ["open quotation mark", (line) => line.replace(/(?<=^[^",]*),(?!")/, ',"')],
  ["empty line", (line) => `${line}\n`],
  ["line end of Windows", (line) => `${line}\r`],
  ["stray space", (line) => line.replace(",", " ,")],
];
const dates = (place: number): readonly Fault[] =>
  ["1992-02-30", "1992-13-01", "92-1-5", "25.08.1992"].map((date) => [
    `date ${date} in cell ${place + 1}`,
    spoilt(place, date),
  ]);
const unknown = (place: number): Fault => [`unknown code in cell ${place + 1}`, spoilt(place, "QQ")];

const EVENTS: readonly Fault[] = [
  ...ANY,
  ...dates(1),
  ...dates(2),
  ...dates(12),
  ["date to come", put(1, "2100-01-01")],
  ["another date", put(1, "1066-10-14")],
  ["end before the start", put(2, "0999-01-01")],
  ["unknown code", cell(4, (codes) => codes.replace(/\S+$/, "QQ"))],
  ["a code too many", cell(4, (codes) => `${codes} QQ`)],
  ["a code in small letters", cell(4, (codes) => codes.replace(/^[A-Z]{2}(?= |$)/, (code) => code.toLowerCase()))],
  ["a party twice", cell(4, (codes) => `${codes} ${codes.split(" ")[0] ?? ""}`)],
  ["no party", put(4, "")],
  ["unknown kind", cell(3, (kind) => `${kind}s`)],
  ["missing source", put(13, "")],
  ["unknown source", put(13, "no-such-page")],
  ["a source twice", cell(13, (ids) => `${ids} ${ids.split(" ")[0] ?? ""}`)],
  ["confidence", put(14, "sure")],
  ["rank", put(9, "sate-visit")],
  ["first", put(10, "no")],
  ["names_then of nobody", put(5, "QQ=Nowhere")],
  ["another id", cell(0, (id) => `x${id}`)],
];
const SOURCES: readonly Fault[] = [
  ...ANY,
  ["no name", put(1, "")],
  ["no address", put(2, "")],
  ["an address without its scheme", cell(2, (url) => url.replace(/^https?:../, ""))],
];
const PARTIES: readonly Table[] = [
  ["parties/states.csv", [...ANY, ...dates(2), ...dates(3), ...dates(4), ["style", put(5, "tall")]]],
  ["parties/former-states.csv", [...ANY, ...dates(1), ...dates(2)]],
  ["parties/organisations.csv", [...ANY, ...dates(1), ...dates(2), ...dates(3), ["members", put(7, "some")]]],
  ["parties/lineage.csv", [...ANY, unknown(0), unknown(1), ["how", put(2, "splits")]]],
  ["parties/aliases.csv", [...ANY, unknown(0), ["no alias", put(2, "")], ["type", put(3, "odd")]]],
  ["parties/merged-codes.csv", [...ANY, ...dates(1), ...dates(2), unknown(3)]],
  ["parties/seats.csv", [...ANY, ...dates(3), ...dates(4), unknown(0), unknown(1), unknown(2)]],
  ["parties/annexed.csv", [...ANY, ...dates(2), ...dates(3), unknown(0), unknown(1), ["no reason", put(4, "")]]],
];
const OTHERS: readonly Table[] = [
  [
    "redirects.csv",
    [...ANY, ["no id", put(0, "")], ["no aim", put(1, "")], ["an unknown aim", put(1, "qq-2000-01-01-visit")]],
  ],
  ["usual-names.csv", [...ANY, ["no name", put(0, "")], ["an unknown event", put(1, "qq-2000-01-01-visit")]]],
  ["publishers.csv", [...ANY, ["no name", put(1, "")], ["grade", put(2, "odd")]]],
  ["significance/kinds.csv", [...ANY, ["weight", put(1, "much")], ["no reason", put(3, "")]]],
  ["significance/organisations.csv", [...ANY, ["weight", put(1, "0")], ["mark", put(2, "no")], unknown(0)]],
  ["significance/renowned.csv", [...ANY, ...dates(0), ["no such event", put(1, "Nothing")], ["weight", put(2, "0")]]],
  [
    "significance/standing.csv",
    [...ANY, ["no such kinds", put(1, "odd")], ["weight", put(4, "much")], ["no reason", put(5, "")]],
  ],
  ["significance/words.csv", [...ANY, ["use", put(1, "odd")], ["no reason", put(3, "")]]],
  ["significance/pages.csv", [...ANY, ["standing", put(1, "odd")], ["no reason", put(2, "")]]],
];

const tablesIn = (folder: string): readonly string[] =>
  readdirSync(join("data", folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".csv"))
    .map((path) => join(folder, path))
    .toSorted();

/** What is spoilt, in a shape that a failure prints readably: the fault's name, the table, the line from 1. */
type Spot = readonly [fault: string, path: string, line: number];
const linesOf = (path: string): readonly string[] => readFileSync(join("data", path), "utf8").trimEnd().split("\n");
/** Any line of a table but its first, with any of the faults of its sort. */
const spot = ([path, faults]: Table): Arbitrary<Spot> =>
  tuple(
    constantFrom(...faults.map(([name]) => name)),
    constantFrom(path),
    integer({ min: 2, max: linesOf(path).length }),
  );
const ofEvents = tablesIn("events").map((path): Table => [path, EVENTS]);
const single = [...PARTIES, ...OTHERS, ...tablesIn("sources").map((path): Table => [path, SOURCES])];
const faultsOf = new Map([...ofEvents, ...single].map(([path, faults]) => [path, new Map(faults)]));
const eventSpots = array(constantFrom(...ofEvents).chain(spot), { minLength: 60, maxLength: 60 });
const spots = tuple(eventSpots, tuple(...single.map(spot))).map(([events, others]) => [
  ...new Map([...events, ...others].map((each) => [each[1], each] as const)).values(),
]);

test("any fault of a hand in any line of the real data gives one message, with its file, line, rule and cure", () => {
  const folder = temporaryFolder();
  cpSync("data", folder, { recursive: true });
  assert(
    property(spots, (chosen) => {
      const spoiltLines = chosen.flatMap(([name, path, line]) => {
        const lines = linesOf(path);
        const there = lines[line - 1] ?? "";
        const changed = faultsOf.get(path)?.get(name)?.(there) ?? there;
        if (changed === there) return [];
        writeFileSync(join(folder, path), `${lines.with(line - 1, changed).join("\n")}\n`);
        return [{ path, name, line, there }];
      });
      const said = messages(folder);
      for (const { path } of spoiltLines) cpSync(join("data", path), join(folder, path));
      const wrong = spoiltLines.flatMap(({ path, name, line, there }) => {
        const told = said.filter((message) => message.startsWith(`${path}:`));
        const places = [`${path}:${line}: `, `${path}:${line + 1}: `];
        const isOne =
          told.length === 1 && places.some((place) => told[0]?.startsWith(place)) && told[0]?.includes(" - ");
        return isOne ? [] : [{ name, path, line, there, told }];
      });
      expect(wrong).toEqual([]);
      expect(said).toHaveLength(spoiltLines.length);
    }),
    { numRuns: 2, endOnFailure: true },
  );
}, 120_000);
