import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CommandOption, characters, commandFaults } from "../../src/playground/rules/commands.ts";
import { withBot, withRealFacts } from "../main/bot.ts";

withRealFacts();

const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** A command or option and everything inside it. */
function parts(part: CommandOption): readonly CommandOption[] {
  return [part, ...(part.options ?? []).flatMap(parts)];
}

test("the registered commands are inside Discord's documented limits, in every language", async () => {
  await withBot("2026-06-25T10:00Z", async ({ discord }) => {
    const registered = discord.commands();
    expect(registered.length).toBeGreaterThanOrEqual(13);
    expect(registered.length).toBeLessThanOrEqual(100);
    expect(new Set(registered.map(({ name }) => name)).size).toBe(registered.length);
    for (const command of registered) expect(commandFaults(command, [])).toEqual([]);
    const inMenus = registered.filter(({ type }) => type !== 1);
    expect(inMenus.map(({ name, type }) => [name, type])).toEqual([["Sources", 3]]);
    for (const { name, name_localizations } of inMenus)
      for (const each of [name, ...Object.values(name_localizations ?? {})])
        expect((each ?? "").length).toSatisfy((length: number) => length >= 1 && length <= 32);
    for (const command of registered.filter(({ type }) => type === 1)) {
      expect(characters(command)).toBeLessThanOrEqual(8_000);
      for (const { name, name_localizations, description, description_localizations, options, choices } of parts(
        command,
      )) {
        for (const each of [name, ...Object.values(name_localizations ?? {})]) {
          expect(each).toMatch(NAME);
          expect(each).toBe(each?.toLowerCase());
        }
        for (const each of [description, ...Object.values(description_localizations ?? {})])
          expect((each ?? "").length, `${command.name} ${name}: ${each}`).toSatisfy(
            (length: number) => length >= 1 && length <= 100,
          );
        expect(options?.length ?? 0).toBeLessThanOrEqual(25);
        expect(choices?.length ?? 0).toBeLessThanOrEqual(25);
        const required = (options ?? []).map((option) => option.required === true);
        expect(required).toEqual(required.toSorted((one, other) => Number(other) - Number(one)));
      }
    }
  });
});

test("no text sends anybody to a command that is not registered", async () => {
  await withBot("2026-06-25T10:00Z", async ({ discord }) => {
    const registered = new Set(discord.commands().map(({ name }) => name));
    const folder = "data/translations/en";
    const named = readdirSync(folder).flatMap((file) =>
      [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/(?<![\p{L}\p{N}/])\/(\p{Ll}[\p{Ll}-]*)/gu)].map(
        ([, name]) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !registered.has(name ?? ""))).toEqual([]);
  });
});
