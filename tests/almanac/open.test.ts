import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Almanac } from "../../src/almanac/almanac.ts";
import { cacheFile } from "../../src/almanac/archive/cache.ts";
import { localDate } from "../../src/almanac/calendar.ts";
import { openAlmanac } from "../../src/almanac/open.ts";
import { edit, fixtureData } from "../support/data.ts";
import { temporaryFolder } from "../support/folder.ts";

const OPEN = join(import.meta.dirname, "..", "..", "src", "almanac", "open.ts");
const KZ = "be-kz-1992-08-25-relations-established";

function allOf(almanac: Almanac): readonly object[] {
  return almanac.find({}, { order: "significance" }).items;
}

test("an index from the cache answers as the one that was just built", () => {
  const [data, cache] = [fixtureData(), temporaryFolder()];
  const built = openAlmanac(data, cache);
  const saved = statSync(cacheFile(cache, data));
  const cached = openAlmanac(data, cache);
  expect(statSync(cacheFile(cache, data)).mtimeMs).toBe(saved.mtimeMs);
  expect(allOf(cached)).toEqual(allOf(built));
  expect(built.size).toBeGreaterThan(40);
});

/** What depends on the occasions of all days. */
function aheadOf(almanac: Almanac): readonly object[] {
  const ahead = almanac.upcoming(localDate(2026, 3, 1), 366, "02-28", {}, { order: "significance" });
  const round = almanac.jubilees(2026, 5, "02-28", {}, { order: "significance" });
  return [ahead, round, almanac.monthOverview(2026, 12), ...allOf(almanac)];
}

test("an index answers the same before and after it is prepared, and is saved once more when it is", async () => {
  const [data, cache] = [fixtureData(), temporaryFolder()];
  const fresh = openAlmanac(data, cache);
  const file = cacheFile(cache, data);
  const saved = readFileSync(file);
  const prepared = openAlmanac(data, cache);
  await prepared.prepare();
  expect(readFileSync(file).equals(saved)).toBe(false);
  expect(aheadOf(fresh)).toEqual(aheadOf(prepared));
  const cached = openAlmanac(data, cache);
  const complete = statSync(file).ino;
  await cached.prepare();
  expect(statSync(file).ino).toBe(complete);
  expect(aheadOf(cached)).toEqual(aheadOf(prepared));
});

test("a day asked for while the index is prepared is the same as after", async () => {
  const [data, cache] = [fixtureData(), temporaryFolder()];
  const almanac = openAlmanac(data, cache);
  const preparing = almanac.prepare();
  const day = almanac.occasionsOn(localDate(2027, 4, 4), "02-28");
  await preparing;
  expect(day).toHaveLength(1);
  expect(openAlmanac(data, cache).occasionsOn(localDate(2027, 4, 4), "02-28")).toEqual(day);
});

test("a change of one letter in data/, of the same length and with the same time, is seen", () => {
  const [data, cache] = [fixtureData(), temporaryFolder()];
  expect(openAlmanac(data, cache).event("kz-be-2021-11-visit")?.place).toBe("Brussels");
  edit(data, "events/visits/be.csv", (csv) =>
    csv.replace(",Brussels,official,,,,kazinform", ",Bruxelle,official,,,,kazinform"),
  );
  expect(openAlmanac(data, cache).event("kz-be-2021-11-visit")?.place).toBe("Bruxelle");
});

test("a new file, a renamed one and one that is gone are seen", () => {
  const [data, cache] = [fixtureData(), temporaryFolder()];
  const before = openAlmanac(data, cache).size;
  rmSync(join(data, "events", "treaties-wti"), { recursive: true });
  expect(openAlmanac(data, cache).size).toBe(before - 2);
});

test.each<[string, (file: string) => void]>([
  ["cut short", (file) => truncateSync(file, statSync(file).size - 2000)],
  ["empty", (file) => truncateSync(file, 0)],
  ["of something else", (file) => writeFileSync(file, "x".repeat(500))],
  [
    "damaged behind its key",
    (file) => writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 64), Buffer.alloc(900, 7)])),
  ],
])("a cache %s is built anew", (_, damage) => {
  const [data, cache] = [fixtureData(), temporaryFolder()];
  const whole = allOf(openAlmanac(data, cache));
  damage(cacheFile(cache, data));
  expect(allOf(openAlmanac(data, cache))).toEqual(whole);
});

test("a cache that cannot be written is no obstacle, nor to preparing", async () => {
  const [data, cache] = [fixtureData(), temporaryFolder()];
  // A file where the folder should be fails for everyone, a read-only folder not for root.
  writeFileSync(join(cache, "taken"), "");
  chmodSync(cache, 0o500);
  const unsaved = openAlmanac(data, join(cache, "taken"));
  expect(unsaved.event(KZ)?.id).toBe(KZ);
  await unsaved.prepare();
  expect(aheadOf(unsaved)).toEqual(aheadOf(openAlmanac(data, temporaryFolder())));
  chmodSync(cache, 0o700);
});

test("two processes that build at once both answer, and leave one whole index", async () => {
  const [data, cache] = [fixtureData(), join(temporaryFolder(), "new", "cache")];
  const script = `const { openAlmanac } = await import(${JSON.stringify(OPEN)});
    process.stdout.write(String(openAlmanac(${JSON.stringify(data)}, ${JSON.stringify(cache)}).event("${KZ}")?.id));`;
  const answers = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script]);
      const [answer] = await Promise.all([text(child.stdout), once(child, "exit")]);
      return answer;
    }),
  );
  expect(answers).toEqual([KZ, KZ, KZ]);
  expect(readdirSync(cache)).toEqual([basename(cacheFile(cache, data))]);
});

test("a broken row is told with its file and line, and nothing is saved", () => {
  const [data, cache] = [fixtureData(), join(temporaryFolder(), "cache")];
  edit(data, "events/relations/be.csv", (csv) =>
    csv.replace(",1992-08-25,,relations-established", ",1992-08-32,,relations-established"),
  );
  expect(() => openAlmanac(data, cache)).toThrow(/events\/relations\/be\.csv:5: no such date as "1992-08-32" - /);
  expect(existsSync(cache)).toBe(false);
});

test("a data directory that is none is told by name", () => {
  mkdirSync(join(temporaryFolder(), "empty"));
  expect(() => openAlmanac(join(temporaryFolder(), "empty"), temporaryFolder())).toThrow(/empty/);
});
