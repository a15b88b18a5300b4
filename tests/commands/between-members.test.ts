import { expect, test } from "vitest";
import { localDate } from "../../src/almanac/calendar.ts";
import { membersOn } from "../../src/almanac/parties/membership.ts";
import { membershipStretches } from "../../src/almanac/parties/membership-stretches.ts";
import { realAlmanac } from "../digest/real-almanac.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test.each([
  ["Austria", "EU", "Member since 1 January 1995: 31 years; no break is known to the archive."],
  ["UK", "EU", "Member from 1 January 1973 (the European Communities) until 31 January 2020: 47 years."],
  [
    "US",
    "UNESCO",
    "Member since July 2023: 2 years; no break is known to the archive. Before that: 4 November 1946 – ",
  ],
  [
    "Pakistan",
    "Commonwealth",
    "since 2 August 1989: 36 years; no break is known to the archive. Before that: 14 August 1947 – ",
  ],
  [
    "Morocco",
    "African Union",
    "9 years; no break is known to the archive. Before that: 25 May 1963 – 12 November 1984 (the Organisation of African Unity",
  ],
  ["Ecuador", "OPEC", "12 years. Before that: 1973 – December 1992"],
  [
    "Indonesia",
    "UN",
    "Member since 28 September 1966: 59 years; no break is known to the archive. Before that: 28 September 1950 – ",
  ],
  ["Taiwan", "UN", "(the Republic of China (1912–1949)) until 25 October 1971: 26 years."],
  ["China", "UN", "Member since 25 October 1971: 54 years"],
  ["Hungary", "Warsaw Pact", "Member from 14 May 1955 until 1 July 1991: 36 years."],
  ["Russia", "UN", "Member since 24 October 1945 (the Soviet Union): 80 years; no break is known to the archive."],
  ["Soviet Union", "UN", "Member from 24 October 1945 until 26 December 1991: 46 years."],
  ["Czechoslovakia", "UN", "until 31 December 1992: 47 years."],
])(
  "/between %s %s tells since when or until when it is a member, for how long, and when it was before",
  async (a, b, told) => {
    await withBot(NOW, async (running) => {
      const [, first = ""] = (await ask(running, "between", { a, b })).text.split("\n");
      expect(first.replaceAll(/\s/gu, " ").replaceAll("\\", "")).toContain(told);
      expect(first).toMatch(/\[source\]\(http/u);
    });
  },
);

test("whoever is a member of an organisation today is in a time of membership that lasts, and nobody else", () => {
  const almanac = realAlmanac();
  const { parties } = almanac;
  const today = localDate(2026, 6, 25);
  const kinds = ["joined", "left"] as const;
  for (const { code, type } of parties.all) {
    if (type !== "organisation") continue;
    const members = membersOn(parties, code, today, almanac.find({ parties: [code], kinds }, { order: "date" }).items);
    for (const state of parties.all.filter((each) => each.type === "state")) {
      const changes = almanac.find({ parties: [state.code, code], match: "all", kinds }, { order: "date" }).items;
      const last =
        changes.length === 0 ? undefined : membershipStretches(state.code, code, changes, parties, today).at(-1);
      expect(last !== undefined && last.until === undefined, `${state.code} ${code}`).toBe(members.has(state.code));
    }
  }
});
