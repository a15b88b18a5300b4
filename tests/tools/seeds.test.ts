import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readTables } from "../../tools/import/data-rows.ts";

const SEEDS = z
  .array(
    z.strictObject({
      date: z.string(),
      end: z.string().default(""),
      kind: z.string(),
      parties: z.array(z.string()),
      name: z.string().default(""),
      people: z.array(z.string()).default([]),
      place: z.string().default(""),
      otherDates: z.array(z.string()).default([]),
      url: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "fixtures/seeds.json"), "utf8")));

const data = join(import.meta.dirname, "../../data");
const rows = [...readTables(join(data, "events")).values()].flat();
const urls = new Map([...readTables(join(data, "sources")).values()].flat().map((row) => [row["id"], row["url"]]));

describe("the facts the project was started for are in data/", () => {
  test.each(SEEDS)("$date $kind $parties $name", (seed) => {
    const parties = seed.parties.toSorted().join(" ");
    const found = rows.filter(
      (row) =>
        row["date"] === seed.date &&
        row["kind"] === seed.kind &&
        row["parties"]?.split(" ").toSorted().join(" ") === parties,
    );
    const row = found.find((each) => each["name"] === seed.name && each["end"] === seed.end);
    expect(row).toBeDefined();
    expect(row?.["place"]).toBe(seed.place);
    for (const person of seed.people) expect(row?.["people"]).toContain(person);
    for (const date of seed.otherDates) expect(row?.["other_dates"]?.split(" ")).toContain(date);
    const [best = ""] = row?.["sources"]?.split(" ") ?? [];
    expect(urls.get(best)).toBe(seed.url);
    expect(row?.["confidence"]).toBe("");
  });
});
