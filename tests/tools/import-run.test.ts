import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readTables } from "../../tools/import/data-rows.ts";
import { leaveOut } from "../../tools/import/leave-out.ts";
import { report } from "../../tools/import/report.ts";
import { eventFiles } from "../../tools/import/rows.ts";
import { sourceTable } from "../../tools/import/source-files.ts";
import { writeData } from "../../tools/import/write.ts";
import { importLines, type Line } from "./lines.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

const LINES: readonly Line[] = [
  { file: "seeds", date: "1992-08-25", parties: ["BE", "KZ"] },
  { file: "wp-relations", date: "1992-08-18", parties: ["BE", "KZ"], confidence: "medium" },
  {
    file: "treaties-gb",
    kind: "treaty-signed",
    date: "1950-01-02",
    parties: ["GB", "BE"],
    name: 'A "quoted", comma treaty',
  },
  { file: "treaties-gb", kind: "treaty-signed", date: "1950-01-02", parties: ["GB", "BE"], name: "Another treaty" },
  {
    file: "treaties-wti",
    kind: "treaty-signed",
    date: "1950-01-02",
    parties: ["GB", "BE"],
    name: "Treaty: Quoted comma",
  },
  { file: "treaties-wti", kind: "treaty-signed", date: "1960-01-02", parties: ["FR", "BE"], name: "Treaty: Trade" },
  {
    file: "un-treaties",
    kind: "treaty-signed",
    date: "1950",
    parties: ["BE", "DK", "FR", "GB"],
    name: "Convention of Many",
  },
];

function write(): string {
  const folder = mkdtempSync(join(tmpdir(), "attache-import-"));
  made.push(folder);
  const imported = importLines(LINES);
  const sources = sourceTable(imported.events.flatMap(({ draft }) => draft.references));
  const files = eventFiles(imported.events, (url) => sources.idOf(url));
  writeData(folder, new Map([...files, ...sources.files, ["IMPORT.md", report(imported)]]));
  return folder;
}

function contents(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(csv|md)$/.test(path));
  return Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

describe("the files of an import", () => {
  test("two runs are the same to the byte", () => {
    expect(contents(write())).toEqual(contents(write()));
  });

  test("rows are sorted by date, ids are readable and unique, the World Treaty Index stands apart", () => {
    const files = contents(write());
    expect(Object.keys(files).filter((path) => path.startsWith("events/"))).toEqual([
      "events/relations/be.csv",
      "events/treaties-wti/be.csv",
      "events/treaties/be.csv",
    ]);
    const ids = readTables(join(write(), "events"))
      .get("treaties/be.csv")
      ?.map((row) => row["id"]);
    expect(ids).toEqual([
      "convention-of-many-1950-treaty-signed",
      "be-gb-1950-01-02-treaty-signed",
      "be-gb-1950-01-02-treaty-signed-2",
    ]);
  });

  test("a collection is left out without a trace: its rows, its citations, redirects to them", () => {
    const events = readTables(join(write(), "events"));
    const dropped = new Set(["page-treaties-wti-0", "page-treaties-wti-1"]);
    const redirects = [{ from: "old", to: "be-fr-1960-01-02-treaty-signed" }];
    const left = leaveOut(events, redirects, dropped);
    expect(left.emptied).toEqual(["events/treaties-wti/be.csv"]);
    expect([left.events, left.citations]).toEqual([1, 1]);
    expect(left.files.get("redirects.csv")).toBe("from,to\n");
    expect([...left.files.values()].join("")).not.toMatch(/page-treaties-wti/);
  });
});
