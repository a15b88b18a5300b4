import { expect, test } from "vitest";
import { lastingSince, TIE_KINDS, tieOf } from "../../src/almanac/ties.ts";
import { pastFor } from "../../src/almanac/ties-past.ts";
import { realAlmanac } from "../digest/real-almanac.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test("/between tells of a beginning that is doubtful, counts no years from it, and marks it in the timeline", async () => {
  await withBot(NOW, async (running) => {
    const jamaica = await ask(running, "between", { a: "Jamaica", b: "Netherlands" });
    expect(jamaica.text).toContain(
      "When diplomatic relations began is not certain here: established 2 August 1962 (doubtful",
    );
    expect(jamaica.text).not.toContain("No establishment of diplomatic");
    expect(jamaica.text).not.toMatch(/\d years, /u);
    expect(jamaica.text).toMatch(/\*\*2 August 1962\*\*: .*established diplomatic relations \([^)]*doubtful\)/u);
    const croatia = await ask(running, "between", { a: "Czechia", b: "Croatia" });
    expect(croatia.text).toMatch(
      /is not certain here: established 1 January 1993 \(doubtful\)\. Later events .*Before that: /u,
    );
    expect(croatia.text).not.toContain("is not on record here");
  });
});

test("no two of the archive are told that nothing began of which the timeline below has a doubtful beginning", () => {
  const almanac = realAlmanac();
  const { items } = almanac.find({ kinds: ["relations-established", "relations-restored"] }, { order: "date" });
  const doubtful = items.filter(({ confidence, parties }) => confidence === "low" && parties.length === 2);
  expect(doubtful.length).toBeGreaterThan(10);
  for (const event of doubtful) {
    const [one, other = one] = event.parties;
    const of = { parties: [one, other], match: "all", kinds: TIE_KINDS } as const;
    const events = almanac.find(of, { order: "date" }).items;
    const tie = tieOf(events, one, other, pastFor([one, other], almanac.parties));
    expect(lastingSince(tie) !== undefined || tie.doubtful.some(({ id }) => id === event.id), event.id).toBe(true);
  }
});

test("/country keeps those apart with whom only a doubtful source knows of relations, and marks their date", async () => {
  await withBot(NOW, async (running) => {
    const { text, press } = await ask(running, "country", { name: "Madagascar" });
    const [, names = ""] = /Relations with (.*) are known from doubtful sources only\./u.exec(text) ?? [];
    expect(names).toMatch(/France/u);
    expect(names).toMatch(/India/u);
    const [, dealt = ""] = /but other dealings, .*: (.*)\./u.exec(text) ?? [];
    expect(dealt).not.toMatch(/France|India/u);
    let page = await press("Relations with whom");
    while (page.labels.includes("Next")) page = await page.press("Next");
    expect(page.text).toMatch(/France\*\*, .* \(.*doubtful\) \[source\]/u);
  });
});

test("what is doubtful says so in every list, and why a date is not certain stands behind that date", async () => {
  await withBot(NOW, async (running) => {
    const day = await ask(running, "today", { country: "France", all: true });
    expect(day.text).toMatch(
      /France and Madagascar established diplomatic relations \(other sources give 26 June 1960; doubtful\)/u,
    );
    const found = await ask(running, "search", { text: "France Madagascar established 1960" });
    expect(found.text).toContain("26 June 1960; doubtful)");
    const thailand = await ask(running, "between", { a: "Thailand", b: "US" });
    expect(thailand.text).toMatch(
      /9 May 1947: [^;]* \(weak sources only\); .*war 25 January 1942\s–\s16 August 1945\. \[source\]/u,
    );
    const faso = await ask(running, "between", { a: "Burkina Faso", b: "China" });
    expect(faso.text).toContain("since 26 May 2018 (one weak source): 8 years; no break is known to the archive.");
  });
});
