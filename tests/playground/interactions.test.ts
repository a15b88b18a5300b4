import {
  type APIInteraction,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionResponseType as Kind,
  MessageFlags,
  Routes,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bot, startBot } from "./bot.ts";
import { inDiscord, refusalOf } from "./harness.ts";
import { sampleAnswer, sampleCommands, samplePost } from "./sample.ts";

const setting = inDiscord();
let bot: Bot;
let came: PromiseWithResolvers<APIInteraction>;
let isSilent = false;
beforeEach(async () => {
  const { discord } = setting();
  came = Promise.withResolvers();
  isSilent = false;
  bot = await startBot({
    apiUrl: discord.url,
    token: discord.token,
    applicationId: discord.applicationId,
    commands: [
      ...sampleCommands,
      {
        name: "who",
        description: "x",
        options: [{ type: Type.Channel, name: "where", description: "x" }],
        contexts: [0],
      },
      {
        name: "count",
        description: "x",
        options: [{ type: Type.Integer, name: "n", description: "x", min_value: 1, max_value: 20 }],
      },
    ],
    answer: (interaction) => {
      came.resolve(interaction);
      return isSilent ? undefined : sampleAnswer(interaction);
    },
  });
});
afterEach(() => bot.close());

const slash = (command: string, options = {}) => {
  const { discord, channelId, person } = setting();
  return discord.interact.slash({ channelId, person, command, options });
};

/** The interaction of a command that the bot leaves to the test to answer. */
async function pending(): Promise<{ id: string; token: string; answered: Promise<unknown> }> {
  isSilent = true;
  const answered = slash("today").catch((error: unknown) => error);
  const { id, token } = await came.promise;
  return { id, token, answered };
}

const callback = ({ id, token }: { id: string; token: string }, body: object) =>
  setting().rest.post(Routes.interactionCallback(id, token), {
    body,
    auth: false,
    query: new URLSearchParams({ with_response: "true" }),
  });
const say = (data: object) => ({ type: Kind.ChannelMessageWithSource, data });

test("a slash command arrives with who, where, in which language, and what the bot may do there", async () => {
  const { guildId, channelId, person, discord } = setting();
  const answer = await discord.interact.slash({
    channelId,
    person: { ...person, locale: "nl" },
    command: "who",
    options: { where: channelId },
  });
  expect(await came.promise).toMatchObject({
    guild_id: guildId,
    channel_id: channelId,
    locale: "nl",
    guild_locale: "en-GB",
    member: { user: { id: person.id } },
    app_permissions: expect.stringMatching(/^\d+$/u) as unknown,
    data: {
      name: "who",
      options: [{ name: "where", value: channelId }],
      resolved: { channels: { [channelId]: { id: channelId } } },
    },
  });
  expect(answer.message()).toMatchObject({ interaction: { name: "who", user: { id: person.id } } });
});

test("a client sends no call that Discord's would not", async () => {
  const { discord, person } = setting();
  await expect(slash("nothing")).rejects.toThrow("no command /nothing");
  await expect(slash("on")).rejects.toThrow('"date" is required');
  await expect(slash("on", { day: "x" })).rejects.toThrow('no option "day"');
  await expect(slash("count", { n: 21 })).rejects.toThrow("at most 20");
  await expect(slash("count", { n: "1" })).rejects.toThrow("takes a number");
  await expect(slash("setup")).rejects.toThrow("do not have permission");
  const direct = discord.directMessages(person.id);
  await expect(discord.interact.slash({ channelId: direct, person, command: "who" })).rejects.toThrow(
    "cannot be used here",
  );
  expect((await discord.interact.slash({ channelId: direct, person, command: "today" })).message()?.content).toContain(
    "/today",
  );
});

test("autocompletion brings the choices for what is typed", async () => {
  const { discord, channelId, person } = setting();
  const call = { channelId, person, command: "on", focused: "date" };
  expect(await discord.interact.autocomplete({ ...call, options: { date: "25 August" } })).toEqual([
    { name: "25 August", value: "25 August" },
  ]);
});

test("an interaction is answered once, by its own token", async () => {
  const interaction = await pending();
  expect(await refusalOf(callback({ ...interaction, token: "other" }, say({ content: "x" })))).toMatchObject({
    status: 404,
    code: 10062,
  });
  await callback(interaction, say({ content: "x" }));
  expect(await refusalOf(callback(interaction, say({ content: "x" })))).toMatchObject({ status: 400, code: 40060 });
  await interaction.answered;
});

test("after three seconds it is 10062, and the person reads that the application did not respond", async () => {
  const interaction = await pending();
  setting().clock.advance(3_001);
  expect(await refusalOf(callback(interaction, say({ content: "x" })))).toMatchObject({ code: 10062 });
  expect(await interaction.answered).toEqual(new Error("The application did not respond"));
});

test("a refused answer can still be mended", async () => {
  const interaction = await pending();
  expect(await refusalOf(callback(interaction, say({})))).toMatchObject({ code: 50006 });
  expect(await refusalOf(callback(interaction, { type: Kind.UpdateMessage, data: { content: "x" } }))).toMatchObject({
    code: 50035,
  });
  expect(
    await refusalOf(
      callback(interaction, {
        type: Kind.DeferredChannelMessageWithSource,
        data: { flags: MessageFlags.IsComponentsV2 },
      }),
    ),
  ).toMatchObject({ code: 50035 });
  expect(await callback(interaction, say({ content: "x", flags: MessageFlags.Ephemeral }))).toMatchObject({
    resource: { message: { content: "x" } },
  });
});

test("a deferred answer is thinking until it is edited, and its token lasts 15 minutes", async () => {
  const { discord, rest, clock, channelId, person } = setting();
  const interaction = await pending();
  const original = Routes.webhookMessage(discord.applicationId, interaction.token);
  expect(await refusalOf(rest.get(original))).toMatchObject({ code: 10015 });
  await callback(interaction, { type: Kind.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } });
  expect(discord.seenBy(person.id, channelId)).toMatchObject([
    { flags: MessageFlags.Ephemeral | MessageFlags.Loading },
  ]);
  const { components = [] } = samplePost;
  await rest.patch(original, { body: { flags: MessageFlags.IsComponentsV2, components } });
  expect(discord.seenBy(person.id, channelId)).toMatchObject([
    { flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2, edited_timestamp: null },
  ]);
  expect(discord.messages(channelId)).toEqual([]);
  await rest.post(Routes.webhook(discord.applicationId, interaction.token), { body: { content: "more" }, auth: false });
  expect(discord.messages(channelId)).toMatchObject([{ content: "more" }]);
  clock.advance(15 * 60_000 + 1);
  expect(await refusalOf(rest.patch(original, { body: { content: "late" }, auth: false }))).toMatchObject({
    status: 401,
    code: 50027,
  });
});

test("buttons, selects and forms come back with what was pressed, chosen and typed", async () => {
  const { discord, channelId, person, post } = setting();
  const place = { channelId, person };
  const { id } = await post(samplePost);
  const pressed = await discord.interact.press(place, String(id), "day");
  expect(pressed.message()?.content).toContain('"custom_id":"day"');
  expect((await discord.interact.press(place, String(id), "family", ["visits"])).message()?.content).toContain(
    '"values":["visits"]',
  );
  const { modal } = await discord.interact.press(place, String(id), "form");
  expect(modal?.title).toBe("Add an event");
  if (modal === undefined) return;
  const submitted = await discord.interact.submit(place, modal, { date: "25 June 1992" });
  expect(submitted.message()?.content).toContain('"value":"25 June 1992"');
  await expect(discord.interact.press(place, String(id), "gone")).rejects.toThrow('no component "gone"');
  await expect(discord.interact.press(place, String(id), "family", ["wars"])).rejects.toThrow("not one of its options");
  await expect(
    discord.interact.press({ channelId, person: discord.addPerson() }, pressed.message()?.id ?? "", "x"),
  ).rejects.toThrow("no message");
});

test("a select of channels takes those of its kinds alone, and a forum takes no commands", async () => {
  const { discord, channelId, guildId, person, post } = setting();
  const select = { type: ComponentType.ChannelSelect, custom_id: "where", channel_types: [ChannelType.GuildText] };
  const { id } = await post({ content: "x", components: [{ type: ComponentType.ActionRow, components: [select] }] });
  const place = { channelId, person };
  const voice = discord.addChannel(guildId, { type: ChannelType.GuildVoice });
  await expect(discord.interact.press(place, String(id), "where", [voice])).rejects.toThrow("no channel of the kinds");
  const chosen = await discord.interact.press(place, String(id), "where", [channelId]);
  expect(chosen.message()?.content).toContain(channelId);
  for (const type of [ChannelType.GuildForum, ChannelType.GuildMedia]) {
    const call = { channelId: discord.addChannel(guildId, { type }), person, command: "who", options: {} };
    await expect(discord.interact.slash(call)).rejects.toThrow("takes no commands");
    await expect(discord.interact.autocomplete({ ...call, focused: "where" })).rejects.toThrow("takes no commands");
  }
});

test("a disabled button cannot be pressed", async () => {
  const { discord, channelId, person, post } = setting();
  const button = { type: ComponentType.Button, style: ButtonStyle.Primary, label: "x", custom_id: "x", disabled: true };
  const { id } = await post({ content: "x", components: [{ type: ComponentType.ActionRow, components: [button] }] });
  await expect(discord.interact.press({ channelId, person }, String(id), "x")).rejects.toThrow("disabled");
});
