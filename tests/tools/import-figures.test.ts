import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readImportTable } from "../../tools/import/tables.ts";

const README = readFileSync("data/README.md", "utf8").replace(/\s+/g, " ");
const IMPORT = readFileSync("data/IMPORT.md", "utf8");

/** The figures of a sentence, as numbers. */
function figures(text: string, sentence: RegExp): readonly number[] {
  const found = sentence.exec(text);
  expect(found, String(sentence)).not.toBeNull();
  return (found ?? []).slice(1).map((figure) => Number(figure.replaceAll(",", "")));
}

/** How often something was counted, over all files. */
const counted = (what: string) =>
  [...IMPORT.matchAll(/^\| (.+) \| (\d+) \|$/gm)]
    .filter(([, text = ""]) => text.includes(what))
    .reduce((sum, [, , times = ""]) => sum + Number(times), 0);

test("what data/README.md says of merging is what the import counted", () => {
  const told = figures(
    README,
    /of ([\d,]+) merged events, ([\d,]+) are treaties, of which ([\d,]+) were told under two names/,
  );
  expect(told).toEqual(
    figures(IMPORT, /^(\d+) events were merged .*; (\d+) of them are treaties, (\d+) of these under two names/m),
  );
  expect(figures(README, /in nearly the same words is one event \((\d+) of them/)).toEqual([
    counted("in the Index, in nearly the same words"),
  ]);
  expect(figures(README, /weeks apart and in nearly the same words are one event \((\d+) of them/)).toEqual([
    counted("its notes exchanged over weeks"),
  ]);
});

test("what data/README.md says of restorations without a break is what the table has", () => {
  const rows = readImportTable("restorations", ["date", "parties", "kind", "source", "reason"]);
  const restored = rows.filter(({ cell }) => cell("kind") === "relations-restored").length;
  expect(figures(README, /no break is known: (\d+) of them are restorations all the same, (\d+) the return/)).toEqual([
    restored,
    rows.length - restored,
  ]);
});
