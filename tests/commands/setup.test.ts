import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { temporaryFolder } from "../support/folder.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";

test("from the invitation to the first post: /setup, one press, and at the hour the post is there", async () => {
  await withBot(NOW, async ({ discord, at, clock, admin }) => {
    const guildId = discord.addGuild({ locale: "de" });
    const channelId = discord.addChannel(guildId);
    const place = { discord, channelId, admin };
    const panel = await ask(place, "setup");
    expect(panel.isQuiet).toBe(true);
    expect(panel.text).toContain(`The calendar of <#${channelId}>`);
    expect(panel.text).toContain("Time zone: **Europe/Berlin**");
    expect(panel.text).toContain("Hour: **09:00**");
    expect(panel.text).toContain("Thursday, 25 June 2026 would bring");
    await at("2026-06-25T07:00Z");
    expect(discord.messages(channelId)).toEqual([]);
    clock.set(Date.parse("2026-06-25T06:00Z"));
    const done = await panel.press("Start posting");
    expect(done.text).toContain(
      "gets a post at 09:00 (Europe/Berlin) every day that has something to tell, following all countries.",
    );
    expect(done.text).toContain("The first post comes on Thursday, 25 June 2026.");
    await at("2026-06-25T07:00Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    expect(textOf(discord.messages(channelId)[0])).toContain("25 June 2026");
  });
});

test("the panel changes one setting at a time, at once, and shows the next post as it would be then", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId, discord } = running;
    const panel = await ask(running, "setup");
    const families = await panel.press("Change a setting…", "families");
    expect(families.message.id).toBe(panel.message.id);
    const treaties = await families.press("Kinds", "treaties", "visits");
    expect(treaties.text).toContain("Changed.");
    expect(treaties.text).toMatch(/Kinds: \*\*Treaties and [vV]isits/);
    expect(treaties.text).not.toContain("established diplomatic relations");
    const choose = async (setting: string, label: string, ...values: string[]) =>
      (await (await ask(running, "setup")).press("Change a setting…", setting)).press(label, ...values);
    await choose("hour", "Hour", "18:00");
    await choose("zone", "Time zone", "Asia/Tokyo");
    await choose("lines", "Lines", "2");
    await choose("tier", "Anniversaries", "25");
    await choose("routine", "Routine events", "never");
    await choose("leap-day", "29 February", "03-01");
    await choose("overviews", "Overviews");
    await choose("weekly", "Preview of the week", "1");
    await choose("heads-up", "Tell beforehand", "7");
    await choose("late-window", "Late posts", "180");
    await choose("parties", "Countries", "benelux");
    const roleId = discord.addRole(guildId, { name: "diplomats" });
    await choose("mention", "Mention", roleId);
    const last = await choose("mention-tiers", "Mention for", "50", "100");
    expect(last.text).toContain(`Mention: **<@&${roleId}>**`);
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(calendar).toMatchObject({
      postAt: "18:00",
      zone: "Asia/Tokyo",
      overviews: { month: false, year: false },
      weekly: 1,
      headsUpDays: 7,
      lateWindow: 180,
      presets: [{ preset: "benelux", members: ["BE", "LU", "NL"] }],
      mention: { roleId, tiers: [100, 50] },
      standing: { state: "paused" },
      selection: {
        parties: ["BE", "LU", "NL"],
        families: ["treaties", "visits"],
        lines: 2,
        tier: 25,
        routine: "never",
        leapDay: "03-01",
      },
    });
    expect((await ask(running, "subscriptions why")).text).toContain("Nothing was to be posted.");
  });
});

test("only announcement channels are asked about publishing; what the bot lacks in the channel is named", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId } = running;
    const news = discord.addChannel(guildId, {
      type: ChannelType.GuildAnnouncement,
      permissions: PermissionFlagsBits.ViewChannel,
    });
    const place = { ...running, channelId: news };
    const panel = await ask(place, "setup");
    expect(panel.text).toContain("allow: Send Messages.");
    expect(panel.text).not.toContain("by themselves");
    const changed = await (await panel.press("Change a setting…", "crosspost")).press("Publish to followers", "yes");
    expect(changed.text).toContain("Publish to followers: **yes**");
    expect((await ask(running, "setup")).text).not.toContain("Publish to followers");
    const begun = await changed.press("Start posting");
    expect(begun.text).toContain("allow: Send Messages. Nothing else is needed: posts begin by themselves.");
  });
});

test("a panel outlives a restart, and one that is older than the settings refuses politely and shows them as they are", async () => {
  const database = `${temporaryFolder()}/attache.sqlite`;
  let old = "";
  await withBot(
    NOW,
    async (running) => {
      await ask(running, "setup", { hour: "10" });
      old = (await running.store.subscriptions.ofGuild(running.guildId))[0]?.id ?? "";
    },
    { database },
  );
  await withBot(
    NOW,
    async (running) => {
      const { store, discord, channelId, admin, guildId } = running;
      expect((await store.subscriptions.find(old))?.postAt).toBe("10:00");
      const one = await ask(running, "setup");
      const other = await ask(running, "setup");
      const step = await one.press("Change a setting…", "lines");
      await (await other.press("Change a setting…", "hour")).press("Hour", "07:00");
      const refused = await step.press("Lines", "3");
      expect(refused.text).toContain("Somebody changed this calendar in the meantime.");
      expect(refused.text).toContain("Hour: **07:00**");
      const again = await (await refused.press("Change a setting…", "lines")).press("Lines", "3");
      expect(again.text).toContain("Lines: **3**");
      expect(again.text).toContain("Hour: **07:00**");
      const demoted = { channelId, person: { ...admin, permissions: 0n } };
      for (const label of ["Start posting", "Change a setting…"]) {
        const id = again.component(label).custom_id ?? "";
        const answer = await discord.interact.press(
          demoted,
          again.message.id,
          id,
          label.endsWith("…") ? ["hour"] : undefined,
        );
        expect(answer.message()?.content).toContain("permission");
      }
      expect((await store.subscriptions.ofGuild(guildId))[0]?.standing.state).toBe("paused");
    },
    { database },
  );
});

test("a panel that is older than a pause or a resumption refuses politely: its “Done” undoes nobody's pause", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId } = running;
    const standing = async () => (await store.subscriptions.ofGuild(guildId))[0]?.standing.state;
    await setup({ hour: "9", zone: "UTC" });
    const mine = await ask(running, "setup");
    const step = await (await ask(running, "setup")).press("Change a setting…", "lines");
    await ask(running, "subscriptions pause");
    const refused = await mine.press("Done");
    expect(refused.text).toContain("Somebody changed this calendar in the meantime.");
    expect(refused.labels).toContain("Start posting");
    expect(refused.labels).not.toContain("Done");
    expect((await step.press("Lines", "3")).text).toContain("your last choice was not applied");
    expect(await standing()).toBe("paused");
    await ask(running, "subscriptions resume");
    expect((await refused.press("Start posting")).text).toContain("Somebody changed this calendar in the meantime.");
    expect(await standing()).toBe("active");
    expect((await store.audit.ofGuild(guildId, 10)).map(({ act }) => act)).toEqual(["resumed", "paused", "set-up"]);
  });
});

test("/setup with one option changes only that, keeps the rest, and a calendar that posts goes on posting", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId, setup } = running;
    await setup({ hour: "9", zone: "Brussels", countries: "Belgium, South Korea" });
    const panel = await ask(running, "setup", { zone: "Kyiv" });
    expect(panel.text).toContain("Countries: **Belgium and South Korea**");
    expect(panel.labels).toContain("Done");
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(calendar).toMatchObject({ zone: "Europe/Kyiv", postAt: "09:00", standing: { state: "active" } });
    expect((await store.audit.ofGuild(guildId, 1))[0]?.changes).toEqual([
      { setting: "zone", from: "Europe/Brussels", to: "Europe/Kyiv" },
    ]);
  });
});

test("/setup reads groups and pairs as /countries does", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId } = running;
    expect(await setup({ hour: "9", zone: "UTC", countries: "Benelux" })).toContain("following Benelux.");
    expect((await store.subscriptions.ofGuild(guildId))[0]?.presets).toMatchObject([{ preset: "benelux" }]);
    const follow = async (countries: string) => (await ask(running, "setup", { countries })).text;
    expect(await follow("Belgium with Kenya; Chad")).toContain("Countries: **Chad and Belgium with Kenya**");
    expect(await follow("all countries")).toContain("Countries: **all countries**");
  });
});

test("/setup with hour and zone asks a forum that demands a tag for one before it begins", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, store, at } = running;
    const tags = [{ id: "400000000000000001", name: "History" }];
    const channel = discord.addChannel(guildId, { type: ChannelType.GuildForum, tags, tagRequired: true });
    const panel = await ask(running, "setup", { channel, hour: "18:30", zone: "Yakutsk" });
    expect(panel.text).toContain("This forum wants a tag on every post");
    expect((await store.subscriptions.ofGuild(guildId))[0]?.standing.state).toBe("paused");
    const step = await panel.press("Change a setting…", "forum-tags");
    await step.press("Tags of posts", "400000000000000001");
    const chosen = await ask(running, "setup", { channel });
    expect(chosen.text).toContain("Time zone: **Asia/Yakutsk**");
    expect((await chosen.press("Start posting")).text).toContain("Done.");
    await at("2026-06-25T09:30Z");
    expect(discord.posts(channel)).toHaveLength(1);
  });
});

test("/setup says of an organisation's name that its members are followed, in the panel and where it begins at once", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId } = running;
    const said = "was taken as the group of its members; the organisation alone is “NATO itself”.";
    const place = () => ({ ...running, channelId: discord.addChannel(guildId) });
    expect((await ask(place(), "setup", { countries: "NATO" })).text).toContain(said);
    expect((await ask(place(), "setup", { hour: "9", zone: "UTC", countries: "NATO" })).text).toContain(said);
    const here = place();
    await ask(here, "setup", { hour: "9", zone: "UTC" });
    expect((await ask(here, "setup", { countries: "NATO" })).text).toContain(said);
    expect((await ask(place(), "setup", { countries: "NATO itself" })).text).not.toContain("was taken as");
  });
});
