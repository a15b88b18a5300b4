import { type APIInteraction, ChannelType, InteractionResponseType as Kind, Routes } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { startBot } from "./bot.ts";
import { inDiscord, refusalOf } from "./harness.ts";

const setting = inDiscord();

const COMMANDS = [
  { name: "anywhere", description: "x", integration_types: [0, 1], contexts: [0, 1, 2] },
  { name: "installed", description: "x", integration_types: [0], contexts: [0, 1, 2] },
  { name: "with-bot", description: "x", integration_types: [0, 1], contexts: [0, 1] },
];

test("people without the bot use what one of them has installed, and the bot sees no more of their channel than that", async () => {
  const { discord, person, rest, post } = setting();
  const came: APIInteraction[] = [];
  const bot = await startBot({
    apiUrl: discord.url,
    token: discord.token,
    applicationId: discord.applicationId,
    commands: COMMANDS,
    answer: (interaction) => {
      came.push(interaction);
      return { type: Kind.ChannelMessageWithSource, data: { content: "here" } };
    },
  });
  const [one, two] = [discord.addPerson(), discord.addPerson()];
  for (const [channelId, type, people] of [
    [discord.privateChannel(person, one), ChannelType.DM, [person, one]],
    [discord.privateChannel(person, one, two), ChannelType.GroupDM, [person, one, two]],
  ] as const) {
    const answer = await discord.interact.slash({ channelId, person: one, command: "anywhere" });
    expect(came.at(-1)).toMatchObject({
      context: 2,
      authorizing_integration_owners: { 1: one.id },
      user: { id: one.id },
      channel: { id: channelId, type, recipients: people.map(({ id }) => ({ id })) },
    });
    expect(came.at(-1)).not.toHaveProperty("guild_id");
    expect(came.at(-1)).not.toHaveProperty("member");
    expect(discord.seenBy(two.id, channelId).map(({ id }) => id)).toEqual([answer.message()?.id]);
    expect(await refusalOf(post({ content: "x" }, channelId))).toMatchObject({ status: 403, code: 50001 });
    expect(await refusalOf(rest.get(Routes.channel(channelId)))).toMatchObject({ status: 403, code: 50001 });
    const call = { channelId, person };
    await expect(discord.interact.slash({ ...call, command: "installed" })).rejects.toThrow("that have installed");
    await expect(discord.interact.slash({ ...call, command: "with-bot" })).rejects.toThrow("cannot be used here");
    const stranger = discord.addPerson();
    await expect(discord.interact.slash({ channelId, person: stranger, command: "anywhere" })).rejects.toThrow(
      "is not in channel",
    );
  }
  await bot.close();
});
