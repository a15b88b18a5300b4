import { Routes, ApplicationCommandOptionType as Type } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { inDiscord, refusalOf } from "./harness.ts";

const setting = inDiscord();
const path = () => Routes.applicationCommands(setting().discord.applicationId);
const register = (commands: object[]) =>
  setting().rest.put(path(), { body: commands }) as Promise<{ id: string; version: string }[]>;
const command = (name: string, more = {}) => ({ name, description: "x", ...more });
const option = (name: string, more = {}) => ({ type: Type.String, name, description: "x", ...more });
const many = (count: number) => Array.from({ length: count }, (_, n) => n);

const refused: Record<string, [commands: object[], fault: string]> = {
  "a name with capitals": [[command("Today")], "0.name APPLICATION_COMMAND_INVALID_NAME"],
  "a localized name with a space": [
    [command("today", { name_localizations: { fr: "ce jour" } })],
    "0.name_localizations.fr APPLICATION_COMMAND_INVALID_NAME",
  ],
  "no description": [[{ name: "today" }], "0.description BASE_TYPE_REQUIRED"],
  "a description over 100 characters": [
    [command("today", { description: "x".repeat(101) })],
    "0.description BASE_TYPE_BAD_LENGTH",
  ],
  "one name twice": [[command("today"), command("today")], "1.name APPLICATION_COMMANDS_DUPLICATE_NAME"],
  "26 options": [[command("on", { options: many(26).map((n) => option(`o${n}`)) })], "0.options BASE_TYPE_BAD_LENGTH"],
  "26 choices": [
    [command("on", { options: [option("a", { choices: many(26).map((n) => ({ name: `${n}`, value: `${n}` })) })] })],
    "0.options.0.choices BASE_TYPE_BAD_LENGTH",
  ],
  "a required option after an optional one": [
    [command("on", { options: [option("a"), option("b", { required: true })] })],
    "0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
  ],
  "choices with autocomplete": [
    [command("on", { options: [option("a", { autocomplete: true, choices: [{ name: "x", value: "x" }] })] })],
    "0.options.0 APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES",
  ],
  "an option beside a subcommand": [
    [command("on", { options: [{ type: Type.Subcommand, name: "a", description: "x" }, option("b")] })],
    "0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
  ],
  "more than 8,000 characters, the longest localization counted": [
    [
      command("on", {
        options: many(25).map((n) =>
          option(`o${n}`, {
            description_localizations: { de: "x".repeat(100) },
            choices: many(5).map((m) => ({
              name: `${m}`,
              name_localizations: { fr: `${m}`.repeat(50) },
              value: `${m}`,
            })),
          }),
        ),
      }),
    ],
    "0 APPLICATION_COMMAND_TOO_LARGE",
  ],
};

test.each(Object.entries(refused))("refuses %s", async (_name, [commands, fault]) => {
  const { code, faults } = await refusalOf(register(commands));
  expect([code, faults]).toEqual([50035, expect.arrayContaining([fault])]);
});

test("takes 100 commands and no more", async () => {
  expect(await register(many(100).map((n) => command(`c${n}`)))).toHaveLength(100);
  expect(await refusalOf(register(many(101).map((n) => command(`c${n}`))))).toMatchObject({ code: 30032 });
});

test("a command that keeps its name keeps its id; only new ones count against 200 a day", async () => {
  const [first] = await register([command("today")]);
  const [again] = await register([command("today", { description: "y" })]);
  expect(again?.id).toBe(first?.id);
  expect(again?.version).not.toBe(first?.version);
  await register(many(100).map((n) => command(`a${n}`)));
  await register(many(99).map((n) => command(`b${n}`)));
  expect(await refusalOf(register([command("one-too-many")]))).toMatchObject({ code: 30034 });
  setting().clock.advance(86_400_001);
  await register([command("one-too-many")]);
});

test("gives localizations back only when asked", async () => {
  await register([
    command("today", { description_localizations: { fr: "aujourd’hui" }, default_member_permissions: "32" }),
  ]);
  const [plain] = (await setting().rest.get(path())) as object[];
  expect(plain).toMatchObject({ name: "today", default_member_permissions: "32" });
  expect(plain).not.toHaveProperty("description_localizations");
  const query = new URLSearchParams({ with_localizations: "true" });
  expect(await setting().rest.get(path(), { query })).toMatchObject([
    { description_localizations: { fr: "aujourd’hui" } },
  ]);
});

test("registers for one server apart", async () => {
  const { discord, guildId, rest } = setting();
  await rest.put(Routes.applicationGuildCommands(discord.applicationId, guildId), { body: [command("here")] });
  expect([discord.commands().length, discord.commands(guildId).length]).toEqual([0, 1]);
});
