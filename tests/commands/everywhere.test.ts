import { expect, test } from "vitest";
import type { OptionValue } from "../../src/playground/api.ts";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

const LOOKUPS: readonly (readonly [command: string, options: Readonly<Record<string, OptionValue>>])[] = [
  ["today", {}],
  ["on", { date: "22 January 1963" }],
  ["country", { name: "Belgium" }],
  ["between", { a: "France", b: "Germany" }],
  ["event", { event: "be-kz-1992-08-25-relations-established" }],
  ["search", { text: "friendship" }],
  ["upcoming", { country: "Estonia" }],
  ["jubilees", { country: "Belgium" }],
  ["random", {}],
  ["calendar", { country: "Belgium" }],
  ["help", {}],
  ["about", {}],
  ["privacy", {}],
];

test.each(["in direct messages", "in a server where only the asker has installed the bot"])(
  "every lookup answers %s, its pages turn, its events open, its reminders come",
  async (where) => {
    await withBot(NOW, async (running) => {
      const { discord, admin } = running;
      const channelId = where.startsWith("in direct")
        ? discord.directMessages(admin.id)
        : discord.addChannel(discord.addGuild({ installed: false }));
      const place = { discord, admin, channelId };
      for (const [command, options] of LOOKUPS) {
        const answer = await ask(place, command, options);
        expect(answer.text, command).toMatch(/^## /u);
        if (command === "today") {
          const option = answer.component("One of these in full …").options?.[0]?.value ?? "";
          expect((await answer.press("One of these in full …", option)).text).toContain("Reference:");
          const sources = await discord.interact.onMessage({ channelId, person: admin }, "Sources", answer.message.id);
          expect(textOf(sources.message())).toContain("## Sources");
        }
        if (answer.labels.includes("Next")) expect((await answer.press("Next")).text, command).toMatch(/page 2 of/u);
        if (answer.labels.includes("Remind me")) expect((await answer.press("Remind me")).text).toContain("Noted");
      }
      const answers = discord.requests.filter(({ path }) => path.endsWith("/callback"));
      expect(answers.filter(({ status }) => status !== 204)).toEqual([]);
    });
  },
);

test("what changes a server is not there where only the asker has installed the bot", async () => {
  await withBot(NOW, async ({ discord, admin }) => {
    const channelId = discord.addChannel(discord.addGuild({ installed: false }));
    await expect(discord.interact.slash({ command: "setup", channelId, person: admin, options: {} })).rejects.toThrow(
      "for servers that have installed the bot",
    );
  });
});
