import { expect, test } from "vitest";
import { checkEntries } from "../../../commands/import/check.ts";
import { NO_FIELDS } from "../../../commands/import/entry.ts";
import { register } from "../../almanac/parties/the-register.ts";
import { withBot, withRealFacts } from "../../main/bot.ts";
import { english } from "../../messages/language.ts";
import { ask } from "../lookups.ts";
import { NOW } from "../own/support.ts";
import { imported } from "./imported.ts";

withRealFacts();

const UNKNOWN = Array.from({ length: 500 }, (_, at) => `1 May,Event ${at},Xqbelgistanoria${at} of the Zwinlands`);
const FILES = {
  "500 lines whose countries nobody knows": ["date,text,countries", ...UNKNOWN].join("\n"),
  "10,000 lines": `date,text,countries\n${"1992-08-25,An event,Belgum\n".repeat(10_000)}`,
  "a line of 100,000 cells": `date,text,countries\n1 May,x,${",".repeat(100_000)}\n`,
  "quotation marks without end": `date,text\n1 May,${'""'.repeat(200_000)}\n`,
  "one cell of a million letters": `date,text,countries\n1 May,x,"${"Belgum,".repeat(140_000)}"\n`,
  "lists in lists": `[${"[".repeat(300_000)}`,
  "500 objects with 100 unknown keys": JSON.stringify(
    Array.from({ length: 500 }, () => Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`k${at}`, 1]))),
  ),
};

test.each(Object.entries(FILES))(
  "while a file of %s is read, /today is answered within a second, again and again",
  async (_, file) => {
    await withBot(NOW, async (running) => {
      await ask(running, "today");
      const done = new AbortController();
      const reading = imported(running, file).finally(() => done.abort());
      const waits: number[] = [];
      while (!done.signal.aborted) {
        const start = performance.now();
        const today = await ask(running, "today");
        expect(today.text).toContain("25 June");
        waits.push(performance.now() - start);
      }
      expect((await reading).text).not.toContain("broke on my side");
      expect(waits.length).toBeGreaterThan(0);
      expect(Math.max(...waits)).toBeLessThan(1_000);
    });
  },
);

test("nobody waits for more than ten lines of a file", () => {
  const entries = Array.from({ length: 500 }, (_, line) => ({
    line,
    fields: { ...NO_FIELDS, date: "1 May", text: "x", countries: `Zwinland ${line}` },
    wrong: [],
  }));
  const today = { precision: "day", year: 2026, month: 6, day: 25 } as const;
  const pauses = [...checkEntries(entries, [], { parties: register, today, language: english })];
  expect(pauses.length).toBeGreaterThanOrEqual(50);
});
