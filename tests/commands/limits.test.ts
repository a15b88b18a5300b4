import { expect, test } from "vitest";
import { MOST_CALENDARS } from "../../src/delivery/subscription.ts";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { type Asking, ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const CHANGE = "Change a setting…";

const anew = (running: Running): Running => ({ ...running, channelId: running.discord.addChannel(running.guildId) });
const actsOf = async ({ store, guildId }: Running) => (await store.audit.ofGuild(guildId, 100)).map(({ act }) => act);

test("a calendar that has not begun is not paused, nor begun beyond the limit that way; the list counts it apart", async () => {
  await withBot(NOW, async (running) => {
    await ask(running, "setup");
    for (let count = 0; count < MOST_CALENDARS; count += 1)
      await ask(anew(running), "setup", { hour: "9", zone: "UTC" });
    const acts = await actsOf(running);
    const paused = await ask(running, "subscriptions pause");
    expect(paused.text).toMatch(/^There is nothing to pause\.[^]*It has not begun/);
    expect(await actsOf(running)).toEqual(acts);
    const refused = "This server has 25 calendars, which is the most.";
    expect((await ask(running, "subscriptions resume")).text).toContain(refused);
    expect((await paused.press("Resume")).text).toContain(refused);
    expect((await ask(running, "subscriptions list")).text).toContain("25 calendars in this server, and 1 not begun");
    const all = await running.store.subscriptions.ofGuild(running.guildId);
    expect(all.filter(({ standing }) => standing.state === "active")).toHaveLength(MOST_CALENDARS);
  });
});

test("pause and resume that change nothing are not on record and leave Undo; “Start posting” is on record as a start", async () => {
  await withBot(NOW, async (running) => {
    await (await ask(running, "setup")).press("Start posting");
    expect(await actsOf(running)).toEqual(["begun", "set-up"]);
    expect((await ask(running, "subscriptions why")).text).toMatch(/> started <#/);
    const hour = await ask(running, "setup", { hour: "18" });
    expect((await ask(running, "subscriptions resume")).text).toContain("It is like that already");
    expect(await actsOf(running)).toEqual(["changed", "begun", "set-up"]);
    expect((await hour.press("Undo")).text).toContain("Undone.");
    await ask(running, "subscriptions pause");
    const again = await ask(running, "setup", { hour: "18" });
    const acts = await actsOf(running);
    expect((await ask(running, "subscriptions pause")).text).toContain("It is like that already");
    expect(await actsOf(running)).toEqual(acts);
    expect((await again.press("Undo")).text).toContain("Undone.");
  });
});

test("settings chosen in a panel stay when /setup is opened in 25 other channels; a 26th with such is refused, and says the limit", async () => {
  await withBot(NOW, async (running) => {
    const set = async (at: Running): Promise<Asking> =>
      (await (await ask(at, "setup")).press(CHANGE, "lines")).press("Lines", "3");
    const shown = await set(running);
    expect(shown.text).toContain("Its settings are kept for 7 days after their last change.");
    for (let count = 0; count < MOST_CALENDARS; count += 1) await ask(anew(running), "setup");
    expect((await ask(running, "setup")).text).toContain("Lines: **3**");
    const lines = async () =>
      (await running.store.subscriptions.ofGuild(running.guildId)).map(({ selection }) => selection.lines);
    expect((await lines()).filter((each) => each === 3)).toHaveLength(1);
    for (let count = 1; count < MOST_CALENDARS; count += 1) await ask(anew(running), "setup", { countries: "Belgium" });
    const refused = await ask(anew(running), "setup");
    expect(refused.text).toContain(
      "This server has 25 calendars that have not begun and whose settings somebody chose",
    );
    expect((await lines()).filter((each) => each === 3)).toHaveLength(1);
  });
});
