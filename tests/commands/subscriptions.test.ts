import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { steady } from "../delivery/support.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { subscribed } from "../store/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T08:00Z";

test("/subscriptions remove asks first, then ends the posts of the channel and deletes what was stored", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, store, guildId, channelId } = running;
    expect(await setup({ hour: "9", zone: "UTC" })).toMatch(
      /It also posts an overview of each month on its 1st and .*\/subscriptions remove ends all of it/,
    );
    await at("2026-06-25T09:00Z");
    const question = await ask(running, "subscriptions remove");
    expect(question.text).toContain(`<#${channelId}> gets a post at 09:00 (UTC)`);
    expect(question.text).toContain("Shall that end?");
    expect(question.isQuiet).toBe(true);
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(1);
    const done = await question.press("Stop posting here");
    expect(done.text).toContain("Stopped.");
    expect(done.labels).toEqual([]);
    expect(await store.subscriptions.ofGuild(guildId)).toEqual([]);
    expect((await store.audit.ofGuild(guildId, 10)).map(({ act }) => act)).toEqual(["removed", "set-up"]);
    await at("2026-06-26T09:00Z");
    await at("2026-06-28T09:00Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    await steady(at, Date.parse("2026-06-29T00:00Z"));
    expect(await store.guilds.all()).toEqual([]);
    expect(await store.audit.ofGuild(guildId, 10)).toEqual([]);
  });
});

test("every button asks for Manage Server again, and ends only what it asked about", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, store, guildId, channelId, admin } = running;
    await setup({ hour: "9", zone: "UTC" });
    const asked = await ask(running, "subscriptions remove");
    const demoted = { channelId, person: { ...admin, permissions: 0n } };
    const id = asked.component("Stop posting here").custom_id ?? "";
    const refused = await discord.interact.press(demoted, asked.message.id, id);
    expect(refused.message()?.content).toContain("permission");
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(1);
    await (await ask(running, "subscriptions remove")).press("Stop posting here");
    await setup({ hour: "10", zone: "UTC" });
    expect((await asked.press("Stop posting here")).text).toContain("set up anew since");
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(1);
    expect(discord.messages(channelId)).toEqual([]);
  });
});

test("another server's calendar is out of reach, also by an id that is forged into a button", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, store, channelId, admin, clock } = running;
    await setup({ hour: "9", zone: "UTC" });
    const theirs = await subscribed(store, { guildId: discord.addGuild() }, clock.now());
    const asked = await ask(running, "subscriptions remove");
    const [own] = await store.subscriptions.ofGuild(running.guildId);
    const forged = JSON.parse(
      JSON.stringify(asked.message).replaceAll(own?.id ?? "?", theirs.id),
    ) as typeof asked.message;
    Object.assign(asked.message, forged);
    const id = `v1:subscriptions:now:${theirs.id}:0-active`;
    const answer = await discord.interact.press({ channelId, person: admin }, asked.message.id, id);
    expect(answer.message()?.content).toContain("That calendar has ended");
    expect(await store.subscriptions.find(theirs.id)).toBeDefined();
  });
});

test("where nothing is posted it says so, and where there are several it says where they are", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, guildId, channelId } = running;
    expect((await ask(running, "subscriptions why")).text).toBe("Nothing is posted in this server. /setup begins.");
    expect((await ask(running, "subscriptions list")).text).toBe("Nothing is posted in this server. /setup begins.");
    await setup({ hour: "9", zone: "UTC" });
    const second = discord.addChannel(guildId);
    await ask({ ...running, channelId: second }, "setup", { hour: "10", zone: "UTC" });
    const third = { ...running, channelId: discord.addChannel(guildId) };
    const elsewhere = await ask(third, "subscriptions pause");
    expect(elsewhere.text).toContain("There is no calendar in that channel.");
    for (const channel of [channelId, second]) expect(elsewhere.text).toContain(`<#${channel}>`);
    expect((await ask(third, "subscriptions pause", { channel: second })).text).toContain(`Paused.\n<#${second}>`);
  });
});

test("/subscriptions list names every calendar; one chosen can be paused and resumed by the same button", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, guildId, channelId } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const second = discord.addChannel(guildId);
    await ask({ ...running, channelId: second }, "setup", { hour: "10", zone: "Brussels" });
    const list = await ask(running, "subscriptions list");
    expect(list.text).toContain("2 calendars in this server");
    expect(list.text).toMatch(
      /at 09:00 \(UTC\) every day that has something to tell, following Belgium\. The next post comes on Thursday, 25 June 2026/,
    );
    const option = list
      .component("Choose one to see what can be done")
      .options?.find(({ label }) => label.includes("Belgium"));
    const card = await list.press("Choose one to see what can be done", option?.value ?? "");
    const paused = await card.press("Pause");
    expect(paused.text).toContain("Paused.");
    expect(paused.message.id).toBe(card.message.id);
    const again = await ask(running, "subscriptions pause");
    expect(again.text).toMatch(/^It is like that already[^]*nothing is posted until \/subscriptions resume\./);
    await at("2026-06-25T10:30Z");
    expect([discord.messages(channelId).length, discord.messages(second).length]).toEqual([0, 1]);
    expect((await paused.press("Resume")).text).toMatch(/Resumed\.[^]*The next post comes on Friday, 26 June 2026/);
    expect((await ask(running, "subscriptions resume")).text).toMatch(
      /^It is like that already[^]*The next post comes/,
    );
    await at("2026-06-26T09:00Z");
    expect(discord.messages(channelId)).toHaveLength(1);
  });
});

test("/subscriptions test posts today's post, marked, outside the ledger: the post itself comes as usual", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, store, guildId, channelId } = running;
    await setup({ hour: "9", zone: "Europe/Minsk", countries: "Belarus, Germany, United States" });
    await at("2026-06-25T08:00Z");
    expect((await ask(running, "subscriptions test")).text).toContain(`today’s post is in <#${channelId}>`);
    const trial = discord.messages(channelId).at(-1);
    expect(JSON.stringify(trial)).toContain("This is a trial that an admin asked for");
    expect(JSON.stringify(trial)).toContain("Belarus and Russia established");
    expect(JSON.stringify(trial)).not.toContain(":~");
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(await store.ledger.history(calendar?.id ?? "", 10)).toEqual([]);
    await at("2026-06-26T06:00Z");
    expect(discord.messages(channelId)).toHaveLength(2);
    discord.setPermissions(channelId, PermissionFlagsBits.ViewChannel);
    expect((await ask(running, "subscriptions test")).text).toContain("Give me “Send Messages”");
  });
});

test("/subscriptions why: what comes, what was left out by which rule, the last days with links, what is missing, who changed what", async () => {
  const database = `${temporaryFolder()}/attache.sqlite`;
  await withBot(
    "2026-06-24T05:00Z",
    async (running) => {
      const { setup, at, discord, guildId, channelId, admin } = running;
      await setup({ hour: "9", zone: "UTC", countries: "Belarus" });
      await at("2026-06-24T09:00Z");
      await setup({ hour: "10", zone: "UTC", countries: "Belarus, Russia" });
      const [post] = discord.messages(channelId);
      const why = await ask(running, "subscriptions why");
      expect(why.isQuiet).toBe(true);
      expect(why.text).toContain("Thursday, 25 June 2026 will hold");
      expect(why.text).toMatch(/\*\*34 years\*\*: Belarus and Russia established diplomatic relations/);
      expect(why.text).toMatch(/Left out: \d+ of countries or pairs that are not followed/);
      expect(why.text).toContain(
        `Wednesday 24 June: posted https://discord.com/channels/${guildId}/${channelId}/${post?.id}`,
      );
      expect(why.text).toContain(`<@${admin.id}> set up <#${channelId}>`);
      expect(why.text).toMatch(
        /<t:17822916\d\d:f> <@\d+> changed <#\d+>: hour 09:00 → 10:00, countries Belarus → Belarus and Russia/,
      );
      expect(why.text).not.toContain("⚠️");
      discord.setPermissions(channelId, PermissionFlagsBits.ViewChannel);
      expect((await ask(running, "subscriptions why")).text).toContain("I cannot post there yet");
      await steady(at, Date.parse("2026-09-25T05:00Z"));
      expect((await ask(running, "subscriptions why")).text).toContain("Nobody changed anything.");
    },
    { database },
  );
});

test("/subscriptions why has room for the worst week and the busiest admins: what is older gives way, and is counted", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId, clock, almanac } = running;
    await setup({ hour: "9", zone: "UTC" });
    const states = almanac.parties.all.filter(({ type }) => type === "state").map(({ code }) => code);
    for (let change = 0; change < 12; change += 1)
      await setup({ hour: "9", zone: "UTC", countries: states.slice(change, change + 100).join(",") });
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    const id = calendar?.id ?? "";
    await store.subscriptions.pause(id, clock.now());
    await store.subscriptions.resume(id, Date.parse("2026-06-10T00:00Z"));
    for (let day = 10; day <= 24; day += 1) {
      const now = Date.parse(`2026-06-${day}T09:00:59Z`);
      for (const row of await store.ledger.claim([{ id, seen: true, since: now }], now, now + 60_000))
        await store.ledger.settle(row, { state: "rejected", fault: "no-permission", detail: "50013" }, now);
    }
    const why = await ask(running, "subscriptions why");
    expect(why.text).toContain("Wednesday 24 June: not posted: I may not write there.");
    expect(why.text).toMatch(/- \d+ more/);
    expect(why.text.length).toBeLessThanOrEqual(4_000);
  });
});

test("/subscriptions remove ends only the calendar as its question named it, promises no grace, and can be left", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const question = await ask(running, "subscriptions remove");
    expect(question.text).toContain("its settings cannot be brought back");
    expect((await question.press("Cancel")).text).toContain("Nothing was changed.");
    const old = await ask(running, "subscriptions remove");
    await ask(running, "setup", { hour: "18" });
    const anew = await old.press("Stop posting here");
    expect(anew.text).toContain("Somebody changed this calendar in the meantime.");
    expect(anew.text).toContain("gets a post at 18:00");
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(1);
    expect((await anew.press("Stop posting here")).text).toContain("Stopped.");
    expect(await store.subscriptions.ofGuild(guildId)).toEqual([]);
  });
});

test("/subscriptions remove points to the pause only where it posts", async () => {
  await withBot(NOW, async (running) => {
    const orPause = async () => (await ask(running, "subscriptions remove")).text.includes("/subscriptions pause");
    await ask(running, "setup");
    expect(await orPause()).toBe(false); // not begun
    await running.setup({ hour: "9", zone: "UTC" });
    expect(await orPause()).toBe(true);
    await ask(running, "subscriptions pause");
    expect(await orPause()).toBe(false);
  });
});
