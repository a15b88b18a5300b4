import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

test.each([
  [
    "Estonia",
    "US",
    /since 4 September 1991: 34 years; no break is known to the archive\. Before that: established 28 July 1922; Estonia annexed by the Soviet Union 6 August 1940\s–\s20 August 1991\./,
  ],
  ["Belgium", "Latvia", /; Latvia annexed by the Soviet Union 5 August 1940\s–\s21 August 1991\./],
  ["Estonia", "Latvia", /annexed by the Soviet Union/],
  ["Austria", "Estonia", /1921 \(one weak source\); Estonia annexed by the Soviet Union/],
])("/between %s %s lays no break on anybody where one was annexed for years", async (a, b, told) => {
  await withBot("2026-06-25T10:00Z", async (running) => {
    const [, first = ""] = (await ask(running, "between", { a, b })).text.split("\n");
    const [, back = ""] = (await ask(running, "between", { a: b, b: a })).text.split("\n");
    for (const said of [first, back]) {
      expect(said).toMatch(told);
      expect(said).not.toContain("broken off, when");
    }
  });
});

test("/between says that relations were broken off, when is not on record, where nobody was annexed", async () => {
  await withBot("2026-06-25T10:00Z", async (running) => {
    const { text } = await ask(running, "between", { a: "China", b: "Niger" });
    expect(text).not.toContain("annexed");
  });
});
