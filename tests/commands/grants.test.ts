import { expect, test } from "vitest";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { ask, read } from "./lookups.ts";

withRealFacts();

test("what a granted button answers carries the first grant on, which ends an hour after the command", async () => {
  await withBot("2026-06-25T08:00Z", async (running) => {
    const { discord, setup, guildId, clock } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const person = discord.addPerson();
    discord.giveCommand(guildId, "subscriptions", person.id);
    const place: Running = { ...running, admin: person };
    const list = await ask(place, "subscriptions list");
    const [calendar] = await running.store.subscriptions.ofGuild(guildId);
    clock.set(Date.parse("2026-06-25T08:50Z"));
    const card = await list.press("Choose one to see what can be done", calendar?.id ?? "");
    expect((await card.press("Pause")).text).toContain("paused");
    clock.set(Date.parse("2026-06-25T09:01Z"));
    expect((await card.press("Why?")).text).toContain("use that again");
  });
});

test("an answer that comes later carries its grant too: who was only given /events imports a file", async () => {
  await withBot("2026-06-25T08:00Z", async (running) => {
    const { discord, guildId, channelId, store } = running;
    const person = discord.addPerson();
    discord.giveCommand(guildId, "events", person.id);
    const place: Running = { ...running, admin: person };
    const file = discord.upload({ name: "dates.csv", bytes: Buffer.from("date,text\n1992-08-25,Founded\n") }).id;
    const answer = await discord.interact.slash({ command: "events import", channelId, person, options: { file } });
    await expect.poll(() => answer.message(), { interval: 5, timeout: 5_000 }).toBeDefined();
    const report = read(place, answer.message());
    expect((await report.press(report.labels[0] ?? "")).text).toContain("imported");
    expect(await store.ownEvents.ofGuild(guildId)).toHaveLength(1);
  });
});
