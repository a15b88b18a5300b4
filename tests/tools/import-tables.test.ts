import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { isUnread } from "../../src/almanac/independence.ts";
import { readPublishers } from "../../src/almanac/publishers.ts";
import { parseMergedCodes } from "../../tools/import/codes.ts";
import { readTables } from "../../tools/import/data-rows.ts";
import { readGreatEvents } from "../../tools/import/great-events.ts";
import { importFacts } from "../../tools/import/pipeline.ts";
import { eventFiles } from "../../tools/import/rows.ts";
import { sourceTable } from "../../tools/import/source-files.ts";

const ROOT = join(import.meta.dirname, "../..");
const TABLES = join(ROOT, "tools/import/tables");
const tables = readdirSync(TABLES).map((file) => [file, csvParse(readFileSync(join(TABLES, file), "utf8"))] as const);
const tableOf = (name: string) => tables.find(([file]) => file === name)?.[1] ?? [];

test.each(tables)("every row of %s gives its reason, and what it rests on", (_, rows) => {
  for (const row of rows) {
    expect(row["reason"], JSON.stringify(row)).toMatch(/\p{L}{3}/u);
    if ("source" in row) expect(row["source"], JSON.stringify(row)).toMatch(/\p{L}{3}/u);
  }
});

test("no fact is put right twice", () => {
  const rows = tableOf("corrections.csv");
  const keys = rows.map((row) => ["file", "date", "kind", "parties", "name"].map((column) => row[column]).join("|"));
  expect(rows.length).toBeGreaterThan(50);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test("a page of the great events was seen or it was not: rows of one page agree, and say so in no other way", () => {
  const rows = tableOf("great-events.csv");
  const read = Map.groupBy(rows, ({ url }) => url);
  for (const [url, of] of read) expect(new Set(of.map((row) => row["read"])).size, url).toBe(1);
  expect(rows.filter((row) => !/^(?:yes)?$/.test(row["read"] ?? ""))).toEqual([]);
  const unread = new Set(rows.filter((row) => row["read"] === "").map(({ url }) => url));
  expect(tableOf("memberships.csv").filter(({ url }) => unread.has(url))).toEqual([]);
});

describe("the table of great events, imported on its own", () => {
  const known = {
    merged: parseMergedCodes(readFileSync(join(ROOT, "data/parties/merged-codes.csv"), "utf8")),
    publishers: readPublishers(join(ROOT, "data")),
  };
  const imported = () => importFacts({ facts: readGreatEvents(), cites: [] }, known).events;
  const files = () => {
    const events = imported();
    const sources = sourceTable(events.flatMap(({ draft }) => draft.references));
    return { events: eventFiles(events, (url) => sources.idOf(url)), sources: sources.files };
  };

  test("is the same to the byte each time", () => {
    expect(files()).toEqual(files());
  });

  test("a page whose text nobody saw is a link, no witness, and carries no fact alone", () => {
    const pages = imported().flatMap(({ draft }) => draft.references.map((page) => ({ page, draft })));
    const seen = new Set(tableOf("great-events.csv").flatMap((row) => (row["read"] === "yes" ? [row["url"]] : [])));
    expect(pages.length).toBeGreaterThan(200);
    for (const { page, draft } of pages) {
      expect(isUnread({ id: page.stem }), page.url).toBe(!seen.has(page.url));
      expect(page.collection === "cited-pages", page.url).toBe(!seen.has(page.url));
      if (!draft.references.some(({ url }) => seen.has(url))) expect(draft.confidence, page.url).not.toBe("high");
    }
  });

  test("is what data/ holds: each event under its id, its words as the table has them, its pages cited", () => {
    const committed = new Map(
      [...readTables(join(ROOT, "data/events")).values()].flat().map((row) => [row["id"], row]),
    );
    const rows = [...files().events.values()].flatMap((text) => csvParse(text));
    expect(rows.length).toBeGreaterThan(35);
    for (const row of rows) {
      const there = committed.get(row["id"]);
      for (const column of ["date", "end", "kind", "parties", "names_then", "name", "people"])
        expect(there?.[column], `${row["id"] ?? ""} ${column}`).toBe(row[column]);
      // What copies somebody is not cited where a better page was found.
      const sound = row["confidence"] === "" ? (row["sources"]?.split(" ") ?? []) : [];
      expect(there?.["sources"]?.split(" ")).toEqual(expect.arrayContaining(sound));
    }
  });
});
