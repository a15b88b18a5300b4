import { expect, test } from "vitest";
import type { OptionValue, Person } from "../../src/playground/api.ts";
import { type Running, textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask, read } from "./lookups.ts";

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

type Discord = Running["discord"];

/** Every place outside of servers that have installed the bot, by what it is called. */
const PLACES: readonly (readonly [where: string, open: (discord: Discord, asker: Person) => string])[] = [
  ["in direct messages", (discord, asker) => discord.directMessages(asker.id)],
  [
    "in a server where only the asker has installed the bot",
    (discord) => discord.addChannel(discord.addGuild({ installed: false })),
  ],
  ["in a direct message of two people", (discord, asker) => discord.privateChannel(asker, discord.addPerson())],
  ["in a group of people", (discord, asker) => discord.privateChannel(asker, discord.addPerson(), discord.addPerson())],
];

test.each(PLACES)(
  "every lookup answers %s, its pages turn, its events open, its reminders come",
  async (_where, open) => {
    await withBot(NOW, async (running) => {
      const { discord, admin } = running;
      const channelId = open(discord, admin);
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

test.each(PLACES.slice(1))("what changes a server is not there %s", async (_where, open) => {
  await withBot(NOW, async ({ discord, admin }) => {
    const channelId = open(discord, admin);
    await expect(discord.interact.slash({ command: "setup", channelId, person: admin, options: {} })).rejects.toThrow(
      "for servers that have installed the bot",
    );
  });
});

test("among people without the bot, others read a public answer with reminders of their own, and not a quiet one", async () => {
  await withBot(NOW, async (running) => {
    const { discord, admin } = running;
    const [other, third] = [discord.addPerson(), discord.addPerson()];
    const channelId = discord.privateChannel(admin, other, third);
    const asker = { discord, admin, channelId };
    const open = await ask(asker, "between", { a: "Belgium", b: "Kazakhstan", public: true });
    const quiet = await ask(asker, "between", { a: "Belgium", b: "Kazakhstan" });
    expect([open.isQuiet, quiet.isQuiet]).toEqual([false, true]);
    expect(discord.seenBy(other.id, channelId).map(({ id }) => id)).toEqual([open.message.id]);
    const theirs = read({ ...asker, admin: other }, open.message);
    expect((await theirs.press("Remind me")).text).toContain("Noted");
    expect((await ask({ ...asker, admin: other }, "reminders")).text).toContain("Belgium and Kazakhstan");
    expect((await ask(asker, "reminders")).text).toContain("You have no reminders");
    // every answer is that of an interaction: the bot is not in the channel, and may not write there
    const path = new RegExp(`^/channels/${channelId}`);
    expect(discord.requests.filter((each) => path.test(each.path))).toEqual([]);
    await running.at("2026-08-25T09:00Z");
    expect(discord.messages(discord.directMessages(other.id)).map(textOf)).toEqual([
      expect.stringContaining("Belgium and Kazakhstan"),
    ]);
    expect(discord.messages(discord.directMessages(admin.id))).toEqual([]);
  });
});
