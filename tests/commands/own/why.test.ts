import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../../main/bot.ts";
import { ask } from "../lookups.ts";
import { add, given, NOW } from "./support.ts";

withRealFacts();

const JUNE_25 = { precision: "every-year", month: 6, day: 25 } as const;

test("/subscriptions why tells which own dates the next post holds, which it leaves out and why, and who changed which", async () => {
  await withBot(NOW, async (running) => {
    await running.setup({ hour: "9", zone: "UTC", countries: "Belarus" });
    await given(running, { date: JUNE_25, text: "*Ours*" }, { date: JUNE_25, text: "Kenya's", parties: ["KE"] });
    await add(running, "25 August 1992", "Twins", { countries: "Belgium" });
    await ask(running, "events edit", {
      event: "Twins",
      date: "26 August",
      kind: "treaty signed",
      link: "example.org",
    });
    const removed = await ask(running, "events remove", { event: "Twins" });
    const { text } = await ask(running, "subscriptions why");
    expect(text).toContain("\n- \\*Ours\\*\n- ");
    expect(text).not.toContain("Kenya's");
    expect(text).toContain("-# 1 own date is left out: of countries that are not followed.");
    const who = `<@${running.admin.id}>`;
    expect(text).toContain(
      `${who} removed an own date: 26 August, every year, Twins, Belgium, Treaty signed, https\\://example.org/`,
    );
    expect(text).toMatch(
      /changed the own date [0-9a-z]{8}: date 25 August 1992 → 26 August, every year, kind none → Treaty signed, link none → https\\:\/\/example\.org\//,
    );
    expect(text).toContain(`${who} added an own date: 25 August 1992, Twins, Belgium`);
    expect(text).toContain("imported 2 own dates");
    expect(text).toMatch(/set up|began/i);
    await removed.press("Undo");
    expect((await ask(running, "subscriptions why")).text).toMatch(/added an own date: 26 August, every year, Twins/);
  });
});

test("a calendar whose posts go on to other servers leaves them out, and says so", async () => {
  await withBot(NOW, async (running) => {
    const { discord, store, guildId } = running;
    const channelId = discord.addChannel(guildId, { type: 5 });
    const place = { ...running, channelId };
    await ask(place, "setup", { hour: "9", zone: "UTC" });
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    if (calendar === undefined) throw new Error("it is there");
    await store.subscriptions.revise(calendar.id, calendar.revision, { ...calendar, crosspost: true }, Date.parse(NOW));
    await given(place, { date: JUNE_25, text: "Ours" });
    const { text } = await ask(place, "subscriptions why");
    expect(text).toContain("1 own date is left out: these posts go on to other servers.");
    expect(text).not.toContain("- Ours");
    expect((await ask(place, "preview", { date: "25 June" })).text).not.toContain("Ours");
    expect((await add(place, "25 June", "Ours too")).text).toContain(
      `Not in <#${channelId}>: its posts go on to other servers, and own dates stay in this one.`,
    );
    await running.at("2026-06-25T09:00Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    expect(JSON.stringify(discord.messages(channelId))).not.toContain("Ours");
  });
});

test("as much as can be changed in a server still fits into the answer", async () => {
  await withBot(NOW, async (running) => {
    await running.setup({ hour: "9", zone: "UTC" });
    const text = "*_".repeat(100);
    const link = `https://example.org/${"_".repeat(280)}`;
    await given(running, ...Array.from({ length: 30 }, () => ({ date: JUNE_25, text, link, kind: "`|".repeat(20) })));
    for (let change = 0; change < 12; change += 1) {
      const another = `${text.slice(0, change)}~${text.slice(change + 1)}`;
      await add(running, "25 June", another, { link, kind: "`|".repeat(20) });
    }
    const { text: why } = await ask(running, "subscriptions why");
    expect(why).toContain("added an own date");
    expect(why).toMatch(/\n- \d+ more\n[^]*\n- \d+ more$/);
  });
});

test("the panel of a calendar shows them in the next post as it would be", async () => {
  await withBot(NOW, async (running) => {
    await running.setup({ hour: "9", zone: "UTC", countries: "Belarus" });
    await given(running, { date: JUNE_25, text: "*Ours*" }, { date: JUNE_25, text: "Kenya's", parties: ["KE"] });
    const { text } = await ask(running, "subscriptions edit");
    expect(text).toMatch(/Thursday, 25 June 2026[^\n]*\n- \\\*Ours\\\*\n- /);
    expect(text).not.toContain("Kenya's");
  });
});
