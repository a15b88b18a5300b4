import { ApplicationCommandType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

/** The others stand in the menu of a message, and have no description. */
const SLASH: number = ApplicationCommandType.ChatInput;
const NOW = "2026-06-25T10:00Z";

test("/help names every command that is registered", async () => {
  await withBot(NOW, async (running) => {
    const { text, isQuiet } = await ask(running, "help");
    for (const { name, description, type } of running.discord.commands())
      expect(text).toContain(
        type === SLASH ? `**/${name}** ${description}` : `In the menu of a post or an answer, Apps, “${name}”`,
      );
    expect(isQuiet).toBe(true);
  });
});

test("/about says what the archive holds, its version and terms, and how to report an error", async () => {
  await withBot(NOW, async (running) => {
    const about = await ask(running, "about");
    expect(about.text).toMatch(/holds 1\d\d,\d{3} events of \d{3} states, past and present, and \d+ organisations/);
    expect(about.text).toMatch(/version \d+\.\d+\.\d+, facts [0-9a-f]{8}\./);
    expect(about.text).toContain("MIT licence");
    expect(about.component("Report something else").url).toBe("https://example.org/issues/new");
  });
});

test("/privacy is true: after lookups nothing of the asker is in the database", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "privacy");
    expect(text).toContain("the newest 90 days of each calendar are kept and older ones deleted");
    expect(text).toContain("deleted 30 days later");
    for (const [command, options] of [
      ["country", { name: "Belgium" }],
      ["search", { text: "treaty" }],
      ["today", {}],
    ] as const)
      await ask(running, command, options);
    expect(await running.store.guilds.all()).toEqual([]);
    expect(await running.store.subscriptions.ofGuild(running.guildId)).toEqual([]);
  });
});
