import { ChannelType, PermissionFlagsBits as P } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const MISSING = /cannot post (?:there|in that thread) yet.*and allow: ([^.]*)\./;

/** What posting needs in each kind of channel, by the name that Discord's settings have for it there. */
const KINDS = [
  ["text", ChannelType.GuildText, { "View Channel": P.ViewChannel, "Send Messages": P.SendMessages }],
  ["announcement", ChannelType.GuildAnnouncement, { "View Channel": P.ViewChannel, "Send Messages": P.SendMessages }],
  [
    "thread",
    ChannelType.PublicThread,
    { "View Channel": P.ViewChannel, "Send Messages in Threads": P.SendMessagesInThreads },
  ],
  ["forum", ChannelType.GuildForum, { "View Channel": P.ViewChannel, "Create Posts": P.SendMessages }],
  ["media", ChannelType.GuildMedia, { "View Channel": P.ViewChannel, "Create Posts": P.SendMessages }],
  [
    "voice",
    ChannelType.GuildVoice,
    { "View Channel": P.ViewChannel, Connect: P.Connect, "Send Messages": P.SendMessages },
  ],
  [
    "stage",
    ChannelType.GuildStageVoice,
    { "View Channel": P.ViewChannel, Connect: P.Connect, "Send Messages": P.SendMessages },
  ],
] as const;

/** Who may not connect to a voice channel can do nothing in it, so that all of it is missing. */
const ALL = "View Channel, Connect and Send Messages";

/** A channel of a kind where the bot may do everything but that, and where its permissions are set. */
function channelIn({ discord, guildId }: Running, type: ChannelType, without: bigint): string {
  const permissions = (INVITED_WITH | P.Connect) & ~without;
  if (type !== ChannelType.PublicThread) return discord.addChannel(guildId, { type, permissions });
  return discord.addChannel(guildId, { type, parentId: discord.addChannel(guildId, { permissions }) });
}

test.each(KINDS)(
  "of a %s channel the panel names each permission without which Discord refuses a post, and no other",
  async (_, type, needed) => {
    await withBot(NOW, async (running) => {
      const tried = async (without: bigint) => {
        const panel = await ask(running, "setup", { channel: channelIn(running, type, without) });
        const trial = await (await panel.press("Start posting")).press("Try it now");
        return { named: MISSING.exec(panel.text)?.[1], isPosted: trial.text.startsWith("Done: today’s post is in") };
      };
      expect(await tried(0n)).toEqual({ named: undefined, isPosted: true });
      for (const [name, bit] of Object.entries(needed).slice(1))
        expect(await tried(bit), name).toEqual({ named: name === "Connect" ? ALL : name, isPosted: false });
      // who cannot see a channel can do nothing in it
      const hidden = await tried(P.ViewChannel);
      expect(hidden.named).toContain("View Channel");
      expect(hidden.isPosted).toBe(false);
    });
  },
);

test("a thread is sent to the settings of its channel", async () => {
  await withBot(NOW, async (running) => {
    const channelId = channelIn(running, ChannelType.PublicThread, P.SendMessagesInThreads);
    const panel = await ask({ ...running, channelId }, "setup");
    expect(panel.text).toContain("open that channel’s settings");
  });
});

test("a role that Discord would not notify is told when it is chosen, with both cures", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId } = running;
    const choose = async (roleId: string) =>
      (await (await ask(running, "setup")).press("Change a setting…", "mention")).press("Mention", roleId);
    const told = "Discord notifies nobody of that role yet";
    const closed = await choose(discord.addRole(guildId, { name: "closed", mentionable: false }));
    expect(closed.text).toContain(told);
    expect((await choose(discord.addRole(guildId, { name: "open", mentionable: true }))).text).not.toContain(told);
    discord.setPermissions(channelId, INVITED_WITH | P.MentionEveryone);
    expect((await choose(discord.addRole(guildId, { name: "another", mentionable: false }))).text).not.toContain(told);
  });
});

test("what is lacking is named wherever a post is promised: where it is resumed, on its card, where whom it follows is changed or changed back", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, store } = running;
    await setup({ hour: "9", zone: "UTC" });
    const lacks = /The next post comes on [^]*cannot post there yet.*and allow: Send Messages\./;
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    discord.setPermissions(channelId, INVITED_WITH & ~P.SendMessages);
    expect((await ask(running, "subscriptions pause")).text).not.toContain("cannot post");
    const resumed = await ask(running, "subscriptions resume");
    expect(resumed.text).toMatch(lacks);
    expect((await (await resumed.press("Pause")).press("Resume")).text).toMatch(lacks);
    const list = await ask(running, "subscriptions list");
    expect((await list.press("Choose one to see what can be done", calendar?.id ?? "")).text).toMatch(lacks);
    const changed = await ask(running, "countries only", { countries: "Belgium, France, Germany" });
    expect(changed.text).toMatch(lacks);
    expect((await changed.press("Undo")).text).toMatch(lacks);
    discord.setPermissions(channelId, INVITED_WITH);
    const here = await ask(running, "countries only", { countries: "Belgium, France, Germany" });
    expect(here.text).not.toContain("⚠️");
  });
});

test("of a suspended calendar that is changed nothing is promised but that today’s post is tried at once", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, at, store } = running;
    await setup({ hour: "9", zone: "UTC" });
    discord.setPermissions(channelId, INVITED_WITH & ~P.SendMessages);
    for (const day of ["25", "26"]) await at(`2026-06-${day}T09:01Z`);
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([{ standing: { state: "suspended" } }]);
    const there = { ...running, channelId: discord.addChannel(guildId) };
    const lines = await (await ask(there, "subscriptions edit")).press("Change a setting…", "lines");
    const changed = await lines.press("Lines", "3");
    expect(changed.text).toContain("Today’s post did not go out yet and is tried again.");
    expect(changed.text).toContain("is not to be seen from here");
    await at("2026-06-26T09:02Z");
    expect((await ask(there, "subscriptions list")).text).toContain("It cannot post now: I may not write there.");
  });
});
