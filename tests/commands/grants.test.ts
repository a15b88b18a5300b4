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

const WHOLE = "Show the whole post";

/** A command's answers for somebody to whom only that command was given. */
const given = (running: Running, command: string): Running => {
  const person = running.discord.addPerson();
  running.discord.giveCommand(running.guildId, command, person.id);
  return { ...running, admin: person };
};

test("a command that was given alone leads to no other: their buttons are not in its answers, and its grant opens none", async () => {
  await withBot("2026-06-25T08:00Z", async (running) => {
    const { discord, setup, channelId } = running;
    const panel = await ask(given(running, "setup"), "setup");
    expect(panel.labels).toContain("Start posting");
    expect(panel.labels).not.toContain(WHOLE);
    const done = await panel.press("Start posting");
    expect(done.labels).toEqual(["Change…"]);
    expect((await ask(running, "setup")).labels).toContain(WHOLE);
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const place = given(running, "countries");
    const followed = await ask(place, "countries follow", { countries: "France" });
    expect(followed.labels).toEqual(["Undo"]);
    expect((await ask(running, "countries follow", { countries: "Spain" })).labels).toEqual([
      "Undo",
      "Show the next post",
    ]);
    const custom_id = (followed.component("Undo").custom_id ?? "").replace(/^v1:countries:undo/, "v1:preview:open");
    const forged = { kind: "component", data: { custom_id, component_type: 2 } } as const;
    const answer = await discord.interact.forge({ channelId, person: place.admin }, forged);
    expect(answer.message()?.content).toContain("permission");
  });
});

test("who was only given /subscriptions has the whole panel of its edit, to its end", async () => {
  await withBot("2026-06-25T08:00Z", async (running) => {
    const { setup, guildId, store } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const panel = await ask(given(running, "subscriptions"), "subscriptions edit");
    const step = await panel.press("Change a setting…", "lines");
    const changed = await step.press("Lines", "3");
    expect((await store.subscriptions.ofGuild(guildId))[0]?.selection.lines).toBe(3);
    const undone = await changed.press("Undo");
    expect((await store.subscriptions.ofGuild(guildId))[0]?.selection.lines).not.toBe(3);
    const done = await undone.press("Done");
    expect(done.labels).toEqual(["Try it now", "Change…"]);
    expect((await done.press("Change…")).labels).toContain("Change a setting…");
  });
});
