import {
  ComponentType,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
} from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { startBot } from "./bot.ts";
import { inDiscord, refusalOf } from "./harness.ts";

const setting = inDiscord();
const V2 = MessageFlags.IsComponentsV2;
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const button = (custom_id: string, more = {}) => ({
  type: ComponentType.Button,
  style: 1,
  label: "x",
  custom_id,
  ...more,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const v2 = (...components: object[]) => ({ flags: V2, components });

const refused: Record<string, [body: object, fault: string]> = {
  "content over 2,000 characters": [{ content: "x".repeat(2001) }, "content BASE_TYPE_MAX_LENGTH"],
  "a misspelt field": [{ contents: "x" }, "contents UNKNOWN_FIELD"],
  "a field of the wrong type": [{ content: 5 }, "content BASE_TYPE_INVALID"],
  "more than ten embeds": [
    { embeds: Array.from({ length: 11 }, () => ({ title: "x" })) },
    "embeds BASE_TYPE_BAD_LENGTH",
  ],
  "embeds over 6,000 characters together": [
    { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] },
    "embeds MAX_EMBED_SIZE_EXCEEDED",
  ],
  "content beside Components V2": [
    { ...v2(text("a")), content: "x" },
    "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
  ],
  "embeds beside Components V2": [
    { ...v2(text("a")), embeds: [{ title: "x" }] },
    "embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
  ],
  "a text display without the V2 flag": [{ components: [text("a")] }, "components.0.type UNION_TYPE_CHOICES"],
  "a nonce over 25 characters": [{ content: "x", nonce: "x".repeat(26) }, "nonce BASE_TYPE_BAD_LENGTH"],
  "enforce_nonce without a nonce": [{ content: "x", enforce_nonce: true }, "nonce BASE_TYPE_REQUIRED"],
  "an ephemeral post": [{ content: "x", flags: MessageFlags.Ephemeral }, "flags MESSAGE_FLAGS_INVALID"],
  "41 components, nested ones counted": [
    v2({ type: ComponentType.Container, components: Array.from({ length: 40 }, () => text("a")) }),
    "components BASE_TYPE_MAX_LENGTH",
  ],
  "4,001 characters of text together": [
    v2(text("x".repeat(3000)), text("y".repeat(1001))),
    "components COMPONENT_MAX_TOTAL_TEXT_LENGTH",
  ],
  "one custom_id twice": [
    v2(row(button("a"), button("b")), row(button("a"))),
    "components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
  ],
  "a custom_id over 100 characters": [
    v2(row(button("x".repeat(101)))),
    "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH",
  ],
  "a label over 80 characters": [
    v2(row(button("a", { label: "x".repeat(81) }))),
    "components.0.components.0.label BASE_TYPE_BAD_LENGTH",
  ],
  "six buttons in a row": [
    v2(row(...[1, 2, 3, 4, 5, 6].map((n) => button(`${n}`)))),
    "components.0.components BASE_TYPE_BAD_LENGTH",
  ],
  "a button beside a select": [
    v2(row(button("a"), { type: ComponentType.ChannelSelect, custom_id: "b" })),
    "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED",
  ],
  "a link button with a custom_id": [
    v2(row(button("a", { style: 5, url: "https://example.org" }))),
    "components.0.components.0.custom_id BUTTON_COMPONENT_INVALID_FIELD",
  ],
  "a button without label and emoji": [
    v2(row(button("a", { label: "" }))),
    "components.0.components.0.label BASE_TYPE_REQUIRED",
  ],
  "26 options": [
    v2(
      row({
        type: ComponentType.StringSelect,
        custom_id: "a",
        options: Array.from({ length: 26 }, (_, n) => ({ label: "x", value: `${n}` })),
      }),
    ),
    "components.0.components.0.options BASE_TYPE_BAD_LENGTH",
  ],
  "one option value twice": [
    v2(
      row({
        type: ComponentType.StringSelect,
        custom_id: "a",
        options: [
          { label: "x", value: "1" },
          { label: "y", value: "1" },
        ],
      }),
    ),
    "components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
  ],
  "a section of four texts": [
    v2({ type: ComponentType.Section, components: ["a", "b", "c", "d"].map(text), accessory: button("a") }),
    "components.0.components BASE_TYPE_BAD_LENGTH",
  ],
  "a section without accessory": [
    v2({ type: ComponentType.Section, components: [text("a")] }),
    "components.0.accessory BASE_TYPE_REQUIRED",
  ],
  "an empty text display": [v2(text("")), "components.0.content BASE_TYPE_BAD_LENGTH"],
  "an attachment that did not come": [
    v2({ type: ComponentType.MediaGallery, items: [{ media: { url: "attachment://card.png" } }] }),
    "components.0.media.url REFERENCED_ATTACHMENT_NOT_FOUND",
  ],
  "a picture from an unknown scheme": [
    v2({ type: ComponentType.MediaGallery, items: [{ media: { url: "ftp://example.org/x.png" } }] }),
    "components.0.media.url URL_TYPE_INVALID_SCHEME",
  ],
  "parse and a list of the same kind": [
    { content: "x", allowed_mentions: { parse: ["users"], users: ["123456789012345678"] } },
    "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
  ],
  "101 mentions": [
    {
      content: "x",
      allowed_mentions: { users: Array.from({ length: 101 }, (_, n) => `${100000000000000000n + BigInt(n)}`) },
    },
    "allowed_mentions.users BASE_TYPE_BAD_LENGTH",
  ],
};

test.each(Object.entries(refused))("refuses %s", async (_name, [body, fault]) => {
  const { status, code, faults } = await refusalOf(setting().post(body));
  expect({ status, code }).toEqual({ status: 400, code: 50035 });
  expect(faults).toContain(fault);
  expect(setting().discord.messages(setting().channelId)).toEqual([]);
});

test("refuses an empty message with 50006", async () => {
  expect(await refusalOf(setting().post({ content: " " }))).toMatchObject({ status: 400, code: 50006 });
  expect(await refusalOf(setting().post({ flags: V2, components: [] }))).toMatchObject({ code: 50006 });
});

test("takes what stands exactly at the limits", async () => {
  const { post } = setting();
  await post({ content: "x".repeat(2000), nonce: "n".repeat(25) });
  await post(v2({ type: ComponentType.Container, components: Array.from({ length: 39 }, () => text("a")) }));
  await post(v2(text("x".repeat(4000))));
  await post(v2(row(...[1, 2, 3, 4, 5].map((n) => button(`${n}`.repeat(100), { label: "l".repeat(80) })))));
  expect(setting().discord.messages(setting().channelId)).toHaveLength(4);
});

test("counts characters, not UTF-16 units", async () => {
  await setting().post(v2(text("🇧🇪".repeat(2000))));
  const { faults } = await refusalOf(setting().post(v2(text("🇧🇪".repeat(2001)))));
  expect(faults.length).toBeGreaterThan(0);
});

test("numbers components that have no id, and keeps those that have", async () => {
  const { post } = setting();
  const message = await post(v2({ type: ComponentType.Container, components: [text("a"), { ...text("b"), id: 1 }] }));
  expect(message["components"]).toMatchObject([{ id: 2, components: [{ id: 3 }, { id: 1 }] }]);
});

test("pings only whom allowed_mentions lets it, and everyone by default", async () => {
  const { discord, guildId, person, post } = setting();
  const roleId = discord.addRole(guildId, { name: "diplomats", mentionable: true });
  const hushed = discord.addRole(guildId, { name: "hushed" });
  const content = `<@${person.id}> <@&${roleId}> <@&${hushed}> @everyone`;
  expect(await post({ content })).toMatchObject({
    mentions: [{ id: person.id }],
    mention_roles: [roleId],
    mention_everyone: false,
  });
  expect(await post({ content, allowed_mentions: { parse: [] } })).toMatchObject({ mentions: [], mention_roles: [] });
  expect(await post({ content, allowed_mentions: { parse: [], roles: [roleId] } })).toMatchObject({
    mentions: [],
    mention_roles: [roleId],
  });
});

test("@everyone takes the permission and leave to", async () => {
  const { discord, channelId, post } = setting();
  discord.setPermissions(channelId, INVITED_WITH | PermissionFlagsBits.MentionEveryone);
  const content = "@everyone";
  expect(await post({ content })).toMatchObject({ mention_everyone: true });
  expect(await post({ content, allowed_mentions: { parse: ["users"] } })).toMatchObject({ mention_everyone: false });
});

test("an answer to an interaction pings people only, unless allowed_mentions says otherwise", async () => {
  const { discord, guildId, person, clock, channelId, rest } = setting();
  const roleId = discord.addRole(guildId, { name: "diplomats", mentionable: true });
  const content = `<@${person.id}> <@&${roleId}>`;
  const bot = await startBot({
    apiUrl: discord.url,
    token: discord.token,
    applicationId: discord.applicationId,
    commands: [{ name: "ping", description: "x" }],
    answer: () => ({ type: InteractionResponseType.ChannelMessageWithSource, data: { content } }),
  });
  const answer = await discord.interact.slash({ channelId, person, command: "ping" });
  expect(answer.message()).toMatchObject({ mentions: [{ id: person.id }], mention_roles: [] });
  clock.advance(1);
  const path = Routes.channelMessage(channelId, answer.message()?.id ?? "");
  expect(await rest.patch(path, { body: { embeds: [{ title: "x" }] } })).toMatchObject({
    content,
    mentions: [{ id: person.id }],
  });
  await bot.close();
});

test("an edit is checked as the whole message, and Components V2 stays", async () => {
  const { rest, channelId, post } = setting();
  const { id } = await post(v2(text("a")));
  const path = `/channels/${channelId}/messages/${String(id)}` as const;
  expect(await refusalOf(rest.patch(path, { body: { content: "x" } }))).toMatchObject({ code: 50035 });
  expect(await rest.patch(path, { body: { components: [text("b")] } })).toMatchObject({
    components: [{ content: "b" }],
    flags: V2,
  });
});
