import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { localDate } from "../../../src/almanac/calendar.ts";
import { ownForLookups } from "../../../src/wiring/own-of-day.ts";
import { type Running, textOf, withBot, withRealFacts } from "../../main/bot.ts";
import { temporaryStore } from "../../store/support.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { silentLog } from "../../support/log.ts";
import { ask } from "../lookups.ts";
import { given, NOW } from "./support.ts";

withRealFacts();

const JUNE_25 = { precision: "every-year", month: 6, day: 25 } as const;
const HEADING = "### This server’s own dates";

/** The same asked in direct messages. */
async function askedDirectly({ discord, admin }: Running, command: string, options = {}): Promise<string> {
  const channelId = discord.directMessages(admin.id);
  return textOf((await discord.interact.slash({ command, channelId, person: admin, options })).message());
}

test("/today and /on tell a server's own dates first, on the first page, in that server and not in direct messages", async () => {
  await withBot(NOW, async (running) => {
    await given(running, { date: JUNE_25 }, { date: { ...JUNE_25, day: 26 }, text: "Another day's" });
    await given(running, { date: localDate(1976, 6, 25), text: "Twins", kind: "Twin towns", parties: ["BE"] });
    await given(running, { date: localDate(2027, 6, 25), text: "Still to come" });
    const today = await ask(running, "today");
    expect(today.text).toMatch(
      /^## Thursday, 25 June 2026\n### This server’s own dates\n🇧🇪 \*\*50 years\*\*: Twins \(1976; Twin towns\)\nAnna\n/,
    );
    expect(today.text).not.toMatch(/Another day|Still to come/);
    expect(today.text).toMatch(/Belarus and Russia|Mozambique/);
    expect((await today.press("Next")).text).not.toContain(HEADING);
    expect((await ask(running, "on", { date: "25 June 2027" })).text).toContain(`${HEADING}\nStill to come\n`);
    expect((await ask(running, "on", { date: "25 June 1976" })).text).toContain(
      `${HEADING}\n🇧🇪 Twins (Twin towns)\nAnna`,
    );
    expect(await askedDirectly(running, "today")).not.toMatch(/own dates|Anna|Twins/);
    expect(await askedDirectly(running, "on", { date: "25 June" })).not.toMatch(/own dates|Anna|Twins/);
  });
});

test("/today with every fact has them before the first page, in that server alone", async () => {
  await withBot(NOW, async (running) => {
    await given(running, { date: JUNE_25 }, { date: { ...JUNE_25, day: 26 }, text: "Another day's" });
    const all = await ask(running, "today", { all: true });
    expect(all.text).toMatch(/^## [^\n]+\n### This server’s own dates\nAnna\n/);
    expect(all.text).not.toContain("Another day");
    const next = await all.press("Next");
    expect(next.text).not.toContain("Anna");
    expect(await askedDirectly(running, "today", { all: true })).not.toContain("Anna");
    const other = running.discord.addGuild();
    const elsewhere = { ...running, guildId: other, channelId: running.discord.addChannel(other) };
    expect((await ask(elsewhere, "today", { all: true })).text).not.toContain("Anna");
  });
});

test("asked about a country, those that name others are left out; a day with nothing else has them still", async () => {
  await withBot(NOW, async (running) => {
    await given(running, { date: JUNE_25, parties: ["KE"], text: "Kenya's" }, { date: JUNE_25, text: "Everybody's" });
    const { text } = await ask(running, "today", { country: "Korean Empire" });
    expect(text).toContain(`${HEADING}\nEverybody's\n`);
    expect(text).toContain("Nothing about");
    expect(text).not.toContain("Kenya's");
    expect((await ask(running, "today", { country: "Kenya" })).text).toContain("Kenya's");
  });
});

test("the whole day that a post's button opens has them in their server", async () => {
  await withBot("2026-06-25T08:30Z", async (running) => {
    const { discord, channelId, admin } = running;
    await running.setup({ hour: "9", zone: "UTC", countries: "Belarus" });
    await given(running, ...Array.from({ length: 7 }, (_, index) => ({ date: JUNE_25, text: `Ours ${index}` })));
    await running.at("2026-06-25T09:00Z");
    const [post] = discord.messages(channelId);
    expect(textOf(post)).toContain("2 more of this server’s own dates: press “Whole day”.");
    const id = /"custom_id":"(v1:on:day[^"]*)"/.exec(JSON.stringify(post?.components))?.[1] ?? "";
    const opened = await discord.interact.press({ channelId, person: admin }, post?.id ?? "", id);
    for (let index = 0; index < 7; index += 1) expect(textOf(opened.message())).toContain(`Ours ${index}`);
  });
});

test("of one day ten are told and the others counted, however long they are", async () => {
  await withBot(NOW, async (running) => {
    const link = `https://example.org/${"x".repeat(270)}`;
    await given(running, ...Array.from({ length: 12 }, () => ({ date: JUNE_25 })));
    expect((await ask(running, "today")).text).toContain(
      "Anna\n-# 2 more of this server’s own dates fall on this day.",
    );
    await given(running, ...Array.from({ length: 12 }, () => ({ date: JUNE_25, text: "*".repeat(200), link })));
    expect((await ask(running, "today")).text).toMatch(/-# \d+ more of this server’s own dates fall on this day\./);
  });
});

test("where they cannot be read a day is answered without them, and says so", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  await withBot(
    NOW,
    async (running) => {
      await given(running, { date: JUNE_25 });
      const beneath = new SQLite(path);
      beneath.exec("alter table own_event rename to elsewhere");
      for (const [command, options] of [
        ["today", {}],
        ["on", { date: "25 June" }],
      ] as const) {
        const { text } = await ask(running, command, options);
        expect(text).toContain("-# This server’s own dates cannot be read just now and are missing here.");
        expect(text).toContain("Mozambique");
      }
      expect(await askedDirectly(running, "today")).not.toContain("own dates");
      beneath.exec("alter table elsewhere rename to own_event");
      beneath.close();
      expect((await ask(running, "today")).text).toContain(`${HEADING}\nAnna`);
    },
    { database: path },
  );
});

test("where they cannot be read in time, too", async () => {
  const { ownEvents } = await temporaryStore();
  await withBot(NOW, async ({ almanac, guildId }) => {
    const asked = { guild: { id: guildId, locale: "en-GB" } } as never;
    const view = { date: localDate(2026, 6, 25), following: [] };
    const at = (sleep: () => Promise<void>) =>
      ownForLookups({ almanac, ownEvents, clock: { now: () => 0, sleep }, log: silentLog }).ownOfDay(asked, view);
    expect(await at(() => Promise.resolve())).toBe("unread");
    expect(await at(() => new Promise(() => undefined))).toEqual([]);
  });
});
