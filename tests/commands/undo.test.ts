import { expect, test } from "vitest";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T08:00Z";
const ALREADY = "It is like that already";

async function calendarOf({ store, guildId }: Running) {
  return (await store.subscriptions.ofGuild(guildId))[0] ?? expect.fail("no calendar");
}

test("a choice that changes nothing says so, is not on record and has no Undo to take back an older change", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const hour = await ask(running, "setup", { hour: "18" });
    const before = await calendarOf(running);
    const audit = await store.audit.ofGuild(guildId, 10);
    for (const again of [
      await ask(running, "countries only", { countries: "Belgium" }),
      await ask(running, "setup", { hour: "18" }),
      await ask(running, "countries follow", { countries: "Belgium" }),
    ]) {
      expect(again.text).toContain(ALREADY);
      expect(again.text).not.toContain("Changed.");
      expect(again.labels).not.toContain("Undo");
    }
    expect(await calendarOf(running)).toEqual(before);
    expect(await store.audit.ofGuild(guildId, 10)).toEqual(audit);
    expect((await hour.press("Undo")).text).toContain("Undone.");
    expect(await calendarOf(running)).toMatchObject({ postAt: "09:00", selection: { parties: ["BE"] } });
  });
});

test("Undo takes back its own change alone, also after a pause and a start that change no setting", async () => {
  await withBot(NOW, async (running) => {
    await running.setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const hour = await ask(running, "setup", { hour: "18" });
    await ask(running, "subscriptions pause");
    await ask(running, "subscriptions resume");
    expect((await hour.press("Undo")).text).toContain("changed again since");
    expect(await calendarOf(running)).toMatchObject({ postAt: "18:00" });
  });
});

test("a calendar that was moved goes back to its channel by its Undo", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, guildId, channelId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const other = discord.addChannel(guildId);
    const open = await (await ask(running, "setup")).press("Change a setting…", "channel");
    const moved = await open.press("Channel", other);
    expect(await calendarOf(running)).toMatchObject({ channelId: other });
    await moved.press("Undo");
    expect(await calendarOf(running)).toMatchObject({ channelId });
  });
});

test("a group that Undo brings back is followed as a whole, with the members it had", async () => {
  await withBot(NOW, async (running) => {
    await running.setup({ hour: "9", zone: "UTC", countries: "Benelux" });
    const { presets } = await calendarOf(running);
    expect(presets).toEqual([{ preset: "benelux", members: ["BE", "LU", "NL"] }]);
    const undone = await (await ask(running, "countries only", { countries: "all countries" })).press("Undo");
    expect(undone.text).toContain("following Benelux");
    expect((await calendarOf(running)).presets).toEqual(presets);
    expect((await ask(running, "subscriptions why")).text).toContain("none → Benelux");
  });
});
