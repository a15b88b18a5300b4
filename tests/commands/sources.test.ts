import { expect, test } from "vitest";
import { type Running, textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

async function sourcesOf({ discord, channelId, admin }: Running, messageId: string): Promise<string> {
  const answer = await discord.interact.onMessage({ channelId, person: admin }, "Sources", messageId);
  expect((answer.message()?.flags ?? 0) & 64).toBe(64);
  return textOf(answer.message());
}

test("the sources of an event, and of every line of a list", async () => {
  await withBot(NOW, async (running) => {
    const event = await ask(running, "event", { event: "be-kz-1992-08-25-relations-established", public: true });
    const one = await sourcesOf(running, event.message.id);
    expect(one).toContain("**25 August 1992: Belgium and Kazakhstan established diplomatic relations");
    expect(one).toMatch(/\]\(https?:\/\//);
    const list = await ask(running, "between", { a: "Belgium", b: "Kazakhstan", public: true });
    const lines = list.component("One of these in full …").options ?? [];
    expect((await sourcesOf(running, list.message.id)).match(/^\*\*/gm)).toHaveLength(lines.length);
  });
});

test("the sources of a daily post: those lines that it has, and no others", async () => {
  await withBot(NOW, async (running) => {
    await running.setup({ hour: "11:00", zone: "UTC" });
    await running.at("2026-06-25T11:01Z");
    const [post] = running.discord.messages(running.channelId);
    const text = textOf(post);
    const told = await sourcesOf(running, post?.id ?? "");
    const lines = text.split("\n").filter((line) => /years?\*\*:|\(\d{4}\)/.test(line));
    const links = (of: string) => new Set([...of.matchAll(/\]\((https?:[^)]+)\)/g)].map(([, url]) => url));
    expect(told.match(/^\*\*/gm)?.length).toBeGreaterThanOrEqual(lines.length);
    for (const line of lines) {
      const [first] = links(line);
      expect([...links(told)]).toContain(first);
    }
    // nothing of the day that the post leaves out
    expect(told.match(/^\*\*/gm)?.length).toBeLessThan(20);
  });
});

test("the sources of a line are those of all that it tells, also beside its main event, and of nothing else", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    for (const [command, options] of [
      ["today", {}],
      ["on", { date: "15 January 1992" }],
      ["upcoming", { country: "Belgium", days: 60, public: true }],
      ["country", { name: "Soviet Union", public: true }],
    ] as const) {
      const shown = await ask(running, command, options);
      const [text, told] = [shown.text, await sourcesOf(running, shown.message.id)].map((each) =>
        each.replaceAll("\\", ""),
      );
      const urls = [...(text ?? "").matchAll(/\[source\]\((https?:[^)]+)\)/gu)].map(([, url]) => url);
      for (const url of urls) expect(told, command).toContain(url);
      const also = [...(text ?? "").matchAll(/also: (.+?)\)(?= \[source|$)/gmu)].map(([, what]) => what);
      for (const what of also) expect(told?.toLowerCase(), command).toContain(what?.toLowerCase());
      expect(told).not.toContain("National day of");
    }
  });
});

test("on another's message, and on one without events, it says what would be right", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin } = running;
    const help = await ask(running, "help");
    expect(await sourcesOf(running, help.message.id)).toContain("No event is named");
    const target = "900000000000000001";
    const author = { id: "900000000000000002", username: "somebody" };
    const command = discord.commands().find(({ name }) => name === "Sources");
    const data = {
      id: command?.id,
      name: "Sources",
      type: 3,
      target_id: target,
      resolved: { messages: { [target]: { id: target, author, content: "[x](https://example.org)", components: [] } } },
    };
    const answer = await discord.interact.forge({ channelId, person: admin }, { kind: "command", data });
    expect(textOf(answer.message())).toContain("not mine");
  });
});
