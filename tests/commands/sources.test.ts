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
    const also = list.text.match(/; also: /gu) ?? [];
    expect((await sourcesOf(running, list.message.id)).match(/^\*\*/gm)).toHaveLength(lines.length + also.length);
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

const urlsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\((https?:[^)]+)\)/gu)].map(([, url = ""]) => url);

test.each([
  ["Belgium", "Relations with whom"],
  ["Soviet Union", "Relations with whom"],
  ["NATO", "Members"],
])("the sources of the list that /country %s leads to: %s", async (name, button) => {
  await withBot(NOW, async (running) => {
    const list = await (await ask(running, "country", { name })).press(button);
    const urls = urlsOf(list.text);
    expect(urls.length).toBeGreaterThanOrEqual(10);
    const told = urlsOf(await sourcesOf(running, list.message.id));
    expect(told).toEqual(expect.arrayContaining([...urls]));
    // of a page those of that page alone
    const second = await list.press("Next");
    const next = await sourcesOf(running, second.message.id);
    expect(urlsOf(next)).toEqual(expect.arrayContaining([...urlsOf(second.text)]));
    expect(next.match(/^\*\*/gmu)?.length).toBeLessThanOrEqual(20);
  });
});

test.each([
  ["Germany", "United States"],
  ["Belgium", "Kazakhstan"],
  ["NATO", "France"],
  ["United Kingdom", "Iran"],
  ["France", "Algeria"],
])("the sources of /between %s %s are those of its sentences as well, all of which open in full", async (a, b) => {
  await withBot(NOW, async (running) => {
    const answer = await ask(running, "between", { a, b });
    const pages = answer.labels.includes("Go to page …") ? answer.component("Go to page …").options : undefined;
    for (const page of ["1", pages?.at(-1)?.value ?? "1"]) {
      const shown = page === "1" ? answer : await answer.press("Go to page …", page);
      const told = urlsOf(await sourcesOf(running, shown.message.id));
      expect(told).toEqual(expect.arrayContaining([...urlsOf(shown.text)]));
      // each line of the answer has an event among those that open in full
      const { options = [] } = shown.component("One of these in full …");
      const opened = await Promise.all(
        options.map(async ({ value }) => (await shown.press("One of these in full …", value)).text),
      );
      for (const url of urlsOf(shown.text)) expect(opened.some((text) => text.includes(url))).toBe(true);
      expect(options.length).toBeLessThanOrEqual(25);
    }
  });
});

test("that France joined NATO is among the sources of the two, beside what else that day brought", async () => {
  await withBot(NOW, async (running) => {
    const answer = await ask(running, "between", { a: "NATO", b: "France" });
    expect(answer.text).toContain("France joined NATO");
    expect(await sourcesOf(running, answer.message.id)).toContain("France joined NATO");
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

test("a reminder of two days leads to both, and the sources of both are listed", async () => {
  await withBot("2026-06-25T10:00Z", async (running) => {
    const { discord, admin } = running;
    const day = await ask(running, "on", { date: "18 August", quiet: true });
    const [option] = day.component("One of these in full …").options ?? [];
    await (await day.press("One of these in full …", option?.value ?? "")).press("Remind me");
    await (await ask(running, "event", { event: "be-kz-1992-08-25-relations-established" })).press("Remind me");
    await running.at("2026-08-18T09:00Z");
    const channelId = discord.directMessages(admin.id);
    const post = discord.messages(channelId).at(-1);
    const labels = JSON.stringify(post?.components);
    expect(labels).toContain("All of 18 August 2026");
    expect(labels).toContain("All of 25 August 2026");
    const sources = await discord.interact.onMessage({ channelId, person: admin }, "Sources", post?.id ?? "");
    const text = textOf(sources.message());
    expect(text).toContain("Belgium and Kazakhstan established diplomatic relations");
    expect(text.match(/^\*\*/gmu)?.length).toBe(2);
  });
});
