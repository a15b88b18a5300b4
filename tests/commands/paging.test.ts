import { expect, test } from "vitest";
import type { OptionValue } from "../../src/playground/api.ts";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask, read } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

/** Every command whose answer has pages, with a question that has several. */
const PAGED: readonly (readonly [command: string, options: Readonly<Record<string, OptionValue>>])[] = [
  ["today", {}],
  ["today", { all: true }],
  ["on", { date: "2027-01-01" }],
  ["between", { a: "France", b: "Germany" }],
  ["country", { name: "Belgium", family: "treaties" }],
  ["search", { text: "friendship" }],
  ["upcoming", { country: "Estonia" }],
  ["jubilees", { country: "Belgium", year: 2027 }],
];

test.each(PAGED)(
  "a page of /%s %j turns in place after the bot has been restarted, and back again",
  async (command, options) => {
    await withBot(NOW, async (running) => {
      await running.almanac.prepare();
      const first = await ask(running, command, options);
      expect(first.text).toMatch(/page 1 of \d+/);
      await running.restart();
      const second = await first.press("Next");
      expect(second.message.id).toBe(first.message.id);
      expect(second.isQuiet).toBe(first.isQuiet);
      expect(second.text).toMatch(/page 2 of \d+/);
      await running.restart();
      expect((await second.press("Previous")).text).toBe(first.text);
    });
  },
);

test.each(PAGED)(
  "a page of /%s %j beyond the last, of a list that has become shorter, is the last",
  async (command, options) => {
    await withBot(NOW, async (running) => {
      await running.almanac.prepare();
      const { discord, channelId, admin } = running;
      const first = await ask(running, command, options);
      const pages = /page 1 of (\d+)/.exec(first.text)?.[1] ?? "";
      const id = first.component("Next").custom_id ?? "";
      const second = await first.press("Next");
      const back = second.component("Previous").custom_id ?? "";
      // the ids of two pages differ in the page alone
      const custom_id = idBeyond(id, back);
      const answer = await discord.interact.forge(
        { channelId, person: admin },
        { kind: "component", data: { custom_id, component_type: 2 } },
      );
      const last = read(running, answer.message());
      expect(last.text).toContain(`page ${pages} of ${pages}`);
      expect(last.labels).toContain("Previous");
      expect(last.labels).not.toContain("Next");
    });
  },
);

/** The id of a page that no list has, from those of the second and the first. */
function idBeyond(second: string, first: string): string {
  const parts = second.split(":");
  const at = parts.findIndex((part, index) => part === "2" && first.split(":")[index] === "1");
  if (at < 0) throw new Error(`no page in ${second} and ${first}`);
  return parts.with(at, "9999").join(":");
}

test("the button of a daily post opens the day after a restart", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin } = running;
    await running.setup({ hour: "11:00", zone: "UTC" });
    await running.at("2026-06-25T11:01Z");
    await running.restart();
    const post = discord.messages(channelId).at(-1);
    const [id = ""] = JSON.stringify(post?.components).match(/v1:on:day:[^"]+/) ?? [];
    const answer = await discord.interact.press({ channelId, person: admin }, post?.id ?? "", id);
    expect(textOf(answer.message())).toContain("Thursday, 25 June 2026");
  });
});

test("a public page turns for everyone; an answer to one person is seen, and turned, by that person alone", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin } = running;
    const stranger = discord.addPerson({ locale: "de", permissions: 0n });
    const turn = (messageId: string, id: string) =>
      discord.interact.press({ channelId, person: stranger }, messageId, id);
    const open = await ask(running, "between", { a: "France", b: "Germany", public: true });
    await turn(open.message.id, open.component("Next").custom_id ?? "");
    expect(textOf(discord.messages(channelId).at(-1))).toMatch(/page 2 of \d+/);
    const quiet = await ask(running, "between", { a: "France", b: "Germany" });
    expect(discord.seenBy(stranger.id, channelId).map(({ id }) => id)).not.toContain(quiet.message.id);
    await expect(turn(quiet.message.id, quiet.component("Next").custom_id ?? "")).rejects.toThrow(
      "There is no message",
    );
    expect(discord.seenBy(admin.id, channelId).map(({ id }) => id)).toContain(quiet.message.id);
  });
});
