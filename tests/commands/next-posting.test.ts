import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { type Asking, ask } from "./lookups.ts";

withRealFacts();

const choose = async (panel: Asking, setting: string, label: string, value: string) =>
  (await panel.press("Change a setting…", setting)).press(label, value);

test("a panel shows the day on which a calendar would first post if it were started now, and says which", async () => {
  await withBot("2026-06-25T10:00Z", async (running) => {
    const { at, discord, channelId } = running;
    const panel = await ask(running, "setup", { zone: "UTC" });
    expect(panel.text).toContain("Started now, it would first post on Friday, 26 June 2026.");
    expect(panel.text).toContain("Friday, 26 June 2026 would bring");
    expect((await panel.press("Show the whole post")).text).toContain("26 June 2026");
    const evening = await choose(panel, "hour", "Hour", "18:00");
    expect(evening.text).toContain("Started now, it would first post on Thursday, 25 June 2026.");
    expect((await evening.press("Start posting")).text).toContain("The first post comes on Thursday, 25 June 2026.");
    await at("2026-06-25T18:00Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    await ask(running, "subscriptions pause");
    const later = await choose(await ask(running, "setup"), "hour", "Hour", "20:00");
    expect(later.text).toContain("Started now, it would first post on Friday, 26 June 2026.");
    expect((await ask(running, "subscriptions why")).text).toContain("Friday, 26 June 2026 would hold");
  });
});

test("an hour that has passed today brings today's post at once, and the panel says so", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { setup, at, discord, channelId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const moved = await choose(await ask(running, "setup"), "hour", "Hour", "04:00");
    expect(moved.text).toContain("Today’s post comes now");
    await at("2026-06-25T05:01Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    const again = await choose(await ask(running, "setup"), "hour", "Hour", "03:00");
    expect(again.text).toContain("The next post comes on Friday, 26 June 2026.");
    await at("2026-06-25T05:02Z");
    expect(discord.messages(channelId)).toHaveLength(1);
  });
});

test("no post is announced for a day that has nothing of what a calendar follows, but the next day that has", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { setup, store, guildId, channelId, admin, clock, at, discord } = running;
    const barren = "Nothing of what it follows falls on Thursday, 25 June 2026 or any of the 31 days from then on";
    const done = await setup({ hour: "9", zone: "UTC", countries: "Bhutan with Tuvalu" });
    expect(done).toContain(barren);
    expect(done).not.toContain("The first post comes");
    const own = { text: "Community day", kind: undefined, parties: [], link: undefined };
    const by = { userId: admin.id, channelId, at: clock.now() };
    await store.ownEvents.add(guildId, [{ ...own, date: { precision: "every-year", month: 6, day: 28 } }], by);
    const until =
      "Thursday, 25 June 2026 has nothing for what it follows, so it brings no post of the day. The next day that has something is Sunday, 28 June 2026.";
    const panel = await ask(running, "setup");
    expect(panel.text).toContain(until);
    expect(panel.text).toContain("Sunday, 28 June 2026 would bring");
    expect(panel.text).toContain("Community day");
    expect((await ask(running, "subscriptions why")).text).toContain(until);
    const list = (await ask(running, "subscriptions list")).text;
    expect(list).toContain("Thursday, 25 June 2026 has nothing for what it follows, so it brings no post of the day.");
    expect((await panel.press("Done")).text).toContain(until);
    await at("2026-06-25T09:00Z");
    expect(discord.messages(channelId)).toEqual([]);
  });
});
