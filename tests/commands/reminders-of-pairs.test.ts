import { expect, test } from "vitest";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

test("of what many did together a pair is told what the two did, and what the day is known for", async () => {
  await withBot("2026-07-01T10:00Z", async (running) => {
    const shown = await ask(running, "between", { a: "India", b: "Japan" });
    await shown.press("Remind me");
    await running.at("2027-04-28T09:00Z");
    const { discord, admin } = running;
    const place = { channelId: discord.directMessages(admin.id), person: admin };
    const post = discord.messages(place.channelId).at(-1);
    expect(textOf(post)).toMatch(
      /🇮🇳 🇯🇵 \*\*75 years\*\*: India and Japan established diplomatic relations \(1952; on that day Japan established diplomatic relations with [^)]*Pakistan/,
    );
    const sources = textOf((await discord.interact.onMessage(place, "Sources", post?.id ?? "")).message());
    expect(sources).toContain("28 April 1952: India and Japan established diplomatic relations");
    expect(sources.match(/^\*\*/gm)).toHaveLength(2);
  });
});

test("the sources of one's list of reminders: of each event, and of what comes next between a pair", async () => {
  await withBot("2026-07-01T10:00Z", async (running) => {
    const event = await ask(running, "event", { event: "be-kz-1992-08-25-relations-established" });
    await event.press("Remind me");
    const pair = await ask(running, "between", { a: "India", b: "Japan" });
    await pair.press("Remind me");
    const list = await ask(running, "reminders");
    const next = /India and Japan[^·]*· next: \*\*(\d+ [A-Z]\w+) \d{4}/.exec(list.text)?.[1] ?? "none";
    const { discord, channelId, admin } = running;
    const shown = await discord.interact.onMessage({ channelId, person: admin }, "Sources", list.message.id);
    const [first = "", second = ""] = textOf(shown.message()).match(/^\*\*.*$/gm) ?? [];
    expect(first).toContain("25 August 1992: Belgium and Kazakhstan established diplomatic relations");
    expect(second).toContain(next);
    expect(second).toMatch(/India|Japan/);
    // of an event in full, as before
    const other = await discord.interact.onMessage({ channelId, person: admin }, "Sources", event.message.id);
    expect(textOf(other.message()).match(/^\*\*/gm)).toHaveLength(1);
  });
});
