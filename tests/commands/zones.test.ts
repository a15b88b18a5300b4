import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { temporaryFolder } from "../support/folder.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";

test("a zone under its old name is told with its new one, in the panel and in why; what is typed is stored under the new one", async () => {
  const database = `${temporaryFolder()}/attache.sqlite`;
  await withBot(
    NOW,
    async (running) => {
      const { setup, store, guildId } = running;
      expect(await setup({ hour: "9", zone: "Europe/Kiev" })).toContain("(Europe/Kyiv)");
      expect((await ask(running, "setup")).text).not.toContain("by now");
      const beneath = new SQLite(database);
      beneath.exec("UPDATE subscription SET zone = 'Europe/Kiev'");
      beneath.close();
      const told = "The time zone Europe/Kiev is called Europe/Kyiv by now.";
      expect((await ask(running, "subscriptions why")).text).toContain(told);
      const panel = await ask(running, "setup");
      expect(panel.text).toContain(told);
      const changed = await (await panel.press("Change a setting…", "zone")).press("Time zone", "Europe/Kyiv");
      expect(changed.text).not.toContain(told);
      expect((await store.subscriptions.ofGuild(guildId))[0]).toMatchObject({ zone: "Europe/Kyiv", nextDue: /T09:00/ });
    },
    { database },
  );
});

test("a zone that is known no more stops the posts, is told in the channel with the cure, and another one ends it", async () => {
  const database = `${temporaryFolder()}/attache.sqlite`;
  await withBot(
    NOW,
    async (running) => {
      const { setup, at, discord, guildId, channelId } = running;
      await setup({ hour: "9", zone: "UTC" });
      const other = { ...running, channelId: discord.addChannel(guildId) };
      await ask(other, "setup", { hour: "9", zone: "UTC" });
      const beneath = new SQLite(database);
      const lose = (channel: string) =>
        beneath.prepare("UPDATE subscription SET zone = 'Mars/Olympus' WHERE channel_id = ?").run(channel);
      lose(channelId);
      await at("2026-06-25T05:01Z");
      await at("2026-06-25T05:03Z");
      const cure = "Choose one with /subscriptions edit, under “Time zone”";
      expect(discord.messages(channelId).map(({ content }) => content)).toEqual([expect.stringContaining(cure)]);
      expect((await ask(running, "subscriptions list")).text).toContain(cure);
      await at("2026-06-25T09:00Z");
      expect([discord.messages(channelId).length, discord.messages(other.channelId).length]).toEqual([1, 1]);
      // its name is shown, not another zone; another setting changed meanwhile leaves it lost, and is kept
      for (const command of ["subscriptions list", "subscriptions why", "subscriptions edit"]) {
        const { text } = await ask(running, command);
        expect(text).toMatch(/Mars\/Olympus/);
        expect(text).toContain(cure);
        expect(text.replaceAll(`<#${other.channelId}> gets a post at 09:00 (UTC)`, "")).not.toContain("UTC");
      }
      await ask(running, "countries only", { countries: "Belgium" });
      const why = await ask(running, "subscriptions why");
      expect(why.text).toContain(`The time zone of <#${channelId}> is no longer known`);
      expect(why.text).toContain("→ Belgium");
      expect(why.text.match(/no longer known/g)).toHaveLength(1);
      const [lost] = (await running.store.subscriptions.ofGuild(guildId)).filter(
        (each) => each.channelId === channelId,
      );
      expect(lost).toMatchObject({ lostZone: "Mars/Olympus", standing: { state: "suspended", fault: "zone-unknown" } });
      const panel = await ask(running, "subscriptions edit");
      await (await panel.press("Change a setting…", "zone")).press("Time zone", "Europe/London");
      await at("2026-06-26T08:00Z");
      expect(discord.messages(channelId)).toHaveLength(2);
      expect((await ask(running, "subscriptions why")).text).toContain("Mars/Olympus → Europe/London");
      lose(other.channelId);
      await at("2026-06-26T08:02Z");
      await at("2026-06-26T08:04Z");
      expect(discord.messages(other.channelId).at(-1)?.content).toContain(cure);
      beneath.exec("UPDATE subscription SET zone = 'Asia/Tokyo' WHERE zone = 'Mars/Olympus'");
      beneath.close();
      await running.restart();
      await at("2026-06-27T00:01Z");
      expect(discord.messages(other.channelId).at(-1)?.content).toBe("");
    },
    { database },
  );
});

test("a zone that is typed and not chosen is refused with all that can be typed, and that the list is to choose from; so says the panel", async () => {
  await withBot(NOW, async (running) => {
    const cure = /an offset such as \+5:30.* choose one from/u;
    for (const zone of ["+5:30", "GMT+5", "Belgium", "EST"]) {
      for (const command of ["setup", "reminders"]) {
        const { text } = await ask(running, command, { hour: "9", zone });
        expect(text, `${command} ${zone}`).toContain(`“${zone}” is not a time zone that I know.`);
        expect(text, `${command} ${zone}`).toMatch(cure);
      }
    }
    const panel = await (await ask(running, "setup")).press("Change a setting…", "zone");
    expect(panel.text).toMatch(cure);
  });
});
