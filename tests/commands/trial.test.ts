import { ChannelType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";

test.each([
  ["text", ChannelType.GuildText],
  ["forum", ChannelType.GuildForum],
] as const)("a trial in a %s channel mentions nobody, where the post itself mentions the role", async (_, type) => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, at } = running;
    const channelId = discord.addChannel(guildId, { type });
    const roleId = discord.addRole(guildId, { name: "diplomats", mentionable: true });
    const panel = await (await ask(running, "setup", { channel: channelId })).press("Change a setting…", "mention");
    const chosen = await (await panel.press("Mention", roleId)).press("Change a setting…", "mention-tiers");
    const every = chosen.component("Mention for").options?.map(({ value }) => value) ?? [];
    const done = await (await chosen.press("Mention for", ...every)).press("Start posting");
    const posted = () => {
      const places = type === ChannelType.GuildForum ? discord.posts(channelId) : [channelId];
      return places.flatMap((place) => discord.messages(place));
    };
    await done.press("Try it now");
    expect(posted()).toHaveLength(1);
    expect(posted()[0]?.mention_roles).toEqual([]);
    const body = discord.requests.find(
      ({ method, path }) => method === "POST" && path.startsWith(`/channels/${channelId}/`),
    );
    expect(JSON.stringify(body?.body)).toContain('"allowed_mentions":{"parse":[]}');
    await at("2026-06-25T08:01Z");
    expect(posted()).toHaveLength(2);
    expect(textOf(posted()[1])).toContain(`<@&${roleId}>`);
    expect(posted()[1]?.mention_roles).toEqual([roleId]);
  });
});
