import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { subscribed } from "../store/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T08:00Z";

/** Tables whose rows are about the program or about people, not about a server. */
const NOT_OF_SERVERS = new Set(["migration", "continuity", "reminder"]);

test("/data export is a file with every row that is stored of the server, and of no other", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  await withBot(
    NOW,
    async (running) => {
      const { setup, at, discord, store, guildId, channelId, clock } = running;
      expect((await ask(running, "data export")).text).toContain("Nothing is stored of this server.");
      await setup({ hour: "9", zone: "UTC", countries: "Belgium, United States" });
      await subscribed(store, { guildId: discord.addGuild() }, clock.now());
      await at("2026-06-25T09:00Z");
      const [calendar] = await store.subscriptions.ofGuild(guildId);
      const subscriptionId = calendar?.id ?? "";
      await store.guilds.notify({ guildId, channelId, subscriptionId, fault: "role-gone", at: clock.now() });
      const own = { text: "Community day", kind: undefined, parties: [], link: undefined };
      const by = { userId: running.admin.id, channelId, at: clock.now() };
      await store.ownEvents.add(guildId, [{ ...own, date: { precision: "every-year", month: 6, day: 1 } }], by);
      await store.ownDrafts.keep(guildId, [{ ...own, date: { precision: "every-year", month: 6, day: 2 } }], by);
      const answer = await ask(running, "data export");
      expect(answer.isQuiet).toBe(true);
      expect(answer.text).toContain("8 rows");
      expect(answer.message.attachments.map(({ filename }) => filename)).toEqual(["attache-data.json"]);
      const all = await store.guilds.everything(guildId);
      expect(JSON.stringify(all)).toContain(channelId);
      const database = new SQLite(path, { readonly: true });
      const tables = database
        .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
        .all();
      expect(Object.keys(all).toSorted()).toEqual(
        tables
          .map(({ name }) => name)
          .filter((name) => !NOT_OF_SERVERS.has(name))
          .toSorted(),
      );
      database.close();
      for (const [table, rows] of Object.entries(all)) expect(rows, table).toHaveLength(table === "audit" ? 2 : 1);
    },
    { database: path },
  );
});

test("/data delete asks first, then deletes every row at once, and nothing more is posted", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, store, guildId, channelId, admin, clock } = running;
    await setup({ hour: "9", zone: "UTC" });
    const theirs = await subscribed(store, { guildId: discord.addGuild() }, clock.now());
    const question = await ask(running, "data delete");
    expect(question.text).toContain("cannot be undone");
    const id = question.component("Delete everything").custom_id ?? "";
    const demoted = { channelId, person: { ...admin, permissions: 0n } };
    const refused = await discord.interact.press(demoted, question.message.id, id);
    expect(refused.message()?.content).toContain("permission");
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(1);
    expect((await question.press("Delete everything")).text).toContain("Nothing is stored of this server any more.");
    expect(Object.values(await store.guilds.everything(guildId)).flat()).toEqual([]);
    expect(await store.subscriptions.find(theirs.id)).toBeDefined();
    await at("2026-06-25T09:00Z");
    expect(discord.messages(channelId)).toEqual([]);
  });
});

test("/data delete deletes nothing that its question did not know of, and can be left", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId, discord } = running;
    await setup({ hour: "9", zone: "UTC" });
    const left = await (await ask(running, "data delete")).press("Cancel");
    expect(left.text).toContain("Nothing was changed.");
    expect(left.labels).toEqual([]);
    const question = await ask(running, "data delete");
    expect(question.text).toContain("all 3 rows");
    await ask({ ...running, channelId: discord.addChannel(guildId) }, "setup", { hour: "10", zone: "UTC" });
    const anew = await question.press("Delete everything");
    expect(anew.text).toContain("has changed since you were asked, so nothing was deleted. Shall all 5 rows");
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(2);
    expect((await anew.press("Delete everything")).text).toContain("Nothing is stored of this server any more.");
    expect(Object.values(await store.guilds.everything(guildId)).flat()).toEqual([]);
  });
});
