import { expect, test } from "vitest";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { type Asking, ask } from "./lookups.ts";
import { add } from "./own/support.ts";

withRealFacts();

const NOW = "2026-06-25T08:00Z";

test("/subscriptions why leads to every change of the last 90 days, page by page, however many there are, also after a restart", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId, channelId, admin, clock, restart } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    const id = calendar?.id ?? "";
    for (let change = 0; change < 240; change += 1) {
      clock.set(clock.now() + 1_000);
      const act = change % 2 === 0 ? "pause" : "resume";
      await store.subscriptions[act](id, clock.now(), admin.id);
      const by = { userId: admin.id, channelId, at: clock.now() };
      await store.ownEvents.add(
        guildId,
        [
          {
            date: { precision: "every-year", month: 1, day: 1 },
            text: `Day ${change}`,
            kind: undefined,
            parties: [],
            link: undefined,
          },
        ],
        by,
      );
    }
    const why = await ask(running, "subscriptions why");
    expect(why.text).toContain("Who changed what in the last 90 days");
    await restart();
    const first = await why.press("All 481 changes");
    expect(first.isQuiet).toBe(true);
    const lines = ({ text }: Asking) => text.split("\n").filter((line) => line.startsWith("- <t:"));
    expect(lines(first)).toHaveLength(5);
    expect(first.text).toContain("page 1 of 97");
    expect(first.text).toContain("Day 239");
    const last = await first.press("Go to page …", "97");
    expect(lines(last)).toHaveLength(1);
    expect(last.text).toContain(`<@${admin.id}> set up <#${channelId}>`);
    const before = await last.press(last.labels.at(-1) ?? "");
    expect(lines(before)).toHaveLength(5);
    expect(before.text).toContain("Day 0");
  });
});

test("a page of the longest changes there can be fits, with every one of them", async () => {
  await withBot(NOW, async (running) => {
    const { setup, guildId, store } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    let seen = calendar ?? expect.fail("no calendar");
    const many = running.almanac.parties.all.filter(({ type }) => type === "state").map(({ code }) => code);
    for (let change = 0; change < 11; change += 1) {
      const even = change % 2 === 0;
      const selection = { ...seen.selection, parties: even ? many.slice(0, 120) : many.slice(60, 180) };
      const settings = { ...seen, selection, locale: even ? "fr" : "de", crosspost: even, thread: even, presets: [] };
      const revised = await store.subscriptions.revise(seen.id, seen.revision, settings, Date.parse(NOW), "3");
      seen = revised?.subscription ?? expect.fail("it has ended");
    }
    await add(running, "1 May", "x".repeat(200), {
      kind: "y".repeat(40),
      link: `https://example.org/${"z".repeat(280)}`,
    });
    const page = await (await ask(running, "subscriptions why")).press("All 13 changes");
    expect(page.text.split("\n").filter((line) => line.startsWith("- <t:"))).toHaveLength(5);
    expect(page.text).not.toMatch(/^- \d+ more/m);
    expect(page.text).toContain("…");
    expect(page.text).toContain("What is cut short here is whole in /data export.");
    const exported = await ask(running, "data export");
    const whole = await (await fetch(exported.message.attachments[0]?.url ?? "")).text();
    for (const code of many.slice(0, 180)) expect(whole).toContain(code);
    expect(whole).toContain(many.slice(0, 120).join(" "));
  });
});

test("a role and a channel that were deleted are on record as nobody's act, with when and what", async () => {
  await withBot(NOW, async (running) => {
    const { discord, setup, guildId, channelId, store, bot, at } = running;
    const roleId = discord.addRole(guildId, { name: "diplomats" });
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    const seen = calendar ?? expect.fail("no calendar");
    await store.subscriptions.revise(
      seen.id,
      seen.revision,
      { ...seen, mention: { roleId, tiers: [100] } },
      Date.parse(NOW),
      "3",
    );
    discord.deleteRole(guildId, roleId);
    await expect.poll(async () => (await store.subscriptions.find(seen.id))?.mention, { interval: 5 }).toBeUndefined();
    await bot.delivery.idle();
    const why = await ask(running, "subscriptions why");
    expect(why.text).toContain(`The role that <#${channelId}> mentions was deleted: mention <@&${roleId}> → nobody\n`);
    expect(why.text).not.toContain("<@>");
    discord.deleteChannel(channelId);
    await expect
      .poll(async () => (await store.subscriptions.find(seen.id))?.standing.state, { interval: 5 })
      .toBe("suspended");
    await at("2026-06-25T08:05Z");
    const other = { ...running, channelId: discord.addChannel(guildId) };
    const told = await ask(other, "subscriptions why");
    expect(told.text).toContain(`The channel <#${channelId}> was deleted, or can no longer be seen`);
    expect((await store.audit.ofGuild(guildId, 9)).filter(({ act }) => act === "channel-gone")).toHaveLength(1);
    expect(textOf(told.message)).toContain("Use /setup in the new channel");
  });
});
