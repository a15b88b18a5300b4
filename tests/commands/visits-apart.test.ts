import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test("a visit is told with none that is another's journey, nor with what none did who was asked about", async () => {
  await withBot(NOW, async (running) => {
    const estonia = await ask(running, "today", { country: "Estonia" });
    expect(estonia.text).toContain("Visit from Estonia, Lithuania and Latvia to the United States (1996)");
    expect(estonia.text).not.toMatch(/Christopher|Israel/u);
    const day = running.almanac.occasionsOf({ precision: "day", year: 1996, month: 6, day: 25 }, {});
    // one journey to several hosts, or guests of one host
    const visits = day.filter(({ lead }) => lead.event.kind === "visit");
    for (const { lead, others } of visits) {
      const hosts = new Set([lead, ...others].map(({ event }) => event.parties[1]));
      const guests = new Set([lead, ...others].map(({ event }) => event.parties[0]));
      expect(Math.min(hosts.size, guests.size), lead.event.id).toBe(1);
    }
  });
});
