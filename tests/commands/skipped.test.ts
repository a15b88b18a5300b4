import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

test("/subscriptions why says of each day without a post why, in words, and where there is something to do, what", async () => {
  await withBot("2026-06-22T05:00Z", async (running) => {
    const { setup, at, discord, channelId, restart, clock } = running;
    await setup({ hour: "9", zone: "UTC" });
    await ask(running, "subscriptions pause");
    clock.set(Date.parse("2026-06-22T10:00Z"));
    await ask(running, "subscriptions resume");
    for (const day of ["23", "24"]) {
      discord.setPermissions(channelId, 0n);
      await at(`2026-06-${day}T09:01Z`);
    }
    clock.set(Date.parse("2026-06-27T10:00Z"));
    const panel = await ask(running, "subscriptions edit");
    const late = await panel.press("Change a setting…", "late-window");
    await late.press("Late posts", "60");
    await restart();
    await at("2026-06-29T15:00Z");
    const { text } = await ask(running, "subscriptions why");
    expect(text).toContain("Monday 22 June: skipped: it was paused.");
    expect(text).toMatch(/Thursday 25 June: skipped: the channel had refused my posts before/);
    expect(text).toContain("Sunday 28 June: skipped: I was not running that day. Nothing is wrong with your server.");
    expect(text).toMatch(/Monday 29 June: skipped: I was not running at its hour, .*“Late posts”, sets how late/);
    expect(text).not.toMatch(/skipped: [a-z-]+$/m);
  });
});

test.each(["2026-06-25T21:01Z", "2026-06-26T00:10Z"])(
  "a day that its channel refused stays refused for who has asked why, and waits for the next try, until %s",
  async (over) => {
    await withBot("2026-06-25T05:00Z", async (running) => {
      const { setup, at, discord, guildId, channelId } = running;
      const elsewhere = { ...running, channelId: discord.addChannel(guildId) };
      const why = async () => (await ask(elsewhere, "subscriptions why", { channel: channelId })).text;
      await setup({ hour: "9", zone: "UTC" });
      discord.setPermissions(channelId, INVITED_WITH & ~PermissionFlagsBits.SendMessages);
      for (const time of ["09:01", "09:10", "20:50"]) {
        await at(`2026-06-25T${time}Z`);
        await why();
      }
      // the question itself has it tried again: until that has failed, it is being posted
      let answer = await why();
      while (answer.includes("Thursday 25 June: being posted")) answer = await why();
      expect(answer).toContain("Thursday 25 June: failed, and is tried again");
      for (const told of [await why(), (await ask(elsewhere, "subscriptions list")).text]) {
        expect(told).toContain("It is tried again today.");
        expect(told).not.toContain("tried again on");
      }
      await at(over);
      const told = await why();
      expect(told).toMatch(/Thursday 25 June: not posted: I may not write there/u);
      expect(told).not.toContain("my side");
      expect(told).toContain("It is tried again on Friday, 26 June 2026.");
    });
  },
);

test("who asks why where it is tried again another day is told of the try that the question itself brings about", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { setup, at, discord, guildId, channelId } = running;
    const elsewhere = { ...running, channelId: discord.addChannel(guildId) };
    await setup({ hour: "9", zone: "UTC" });
    discord.setPermissions(channelId, INVITED_WITH & ~PermissionFlagsBits.SendMessages);
    for (const instant of ["25T09:01", "25T09:30", "25T10:40", "26T09:01", "26T10:40"]) await at(`2026-06-${instant}Z`);
    const why = (await ask(elsewhere, "subscriptions why", { channel: channelId })).text;
    const list = (await ask(elsewhere, "subscriptions list")).text;
    for (const told of [why, list]) {
      expect(told).toContain("It is tried again today.");
      expect(told).not.toContain("tried again on");
    }
  });
});
