import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

test("/preview shows any date's post with the calendar's settings, to the asker alone, and posts nothing", async () => {
  await withBot("2026-06-20T08:00Z", async (running) => {
    const { setup, discord, store, guildId, channelId } = running;
    expect((await ask(running, "preview")).text).toContain("Nothing is posted in this server");
    await setup({ hour: "9", zone: "Europe/Minsk", countries: "Belarus" });
    const preview = await ask(running, "preview", { date: "25 June" });
    expect(preview.isQuiet).toBe(true);
    expect(preview.text).toContain("25 June 2026");
    expect(preview.text).toContain("Belarus and Russia established diplomatic relations");
    expect(preview.text).toContain("Only you see this.");
    expect((await ask(running, "preview", { date: "32 June" })).text).toContain("“32 June” does not exist");
    expect((await ask(running, "preview")).text).toContain("21 June 2026");
    expect(discord.messages(channelId)).toEqual([]);
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(await store.ledger.history(calendar?.id ?? "", 10)).toEqual([]);
  });
});

test("/preview of a 1st leads to the overview of the month as well, and back", async () => {
  await withBot("2026-06-20T08:00Z", async (running) => {
    await running.setup({ hour: "9", zone: "UTC" });
    const preview = await ask(running, "preview", { date: "2027-01-01" });
    expect(preview.labels).toEqual(expect.arrayContaining(["Overview of the month", "Overview of the year"]));
    const month = await preview.press("Overview of the month");
    expect(month.text).toContain("Anniversaries of the month");
    expect(month.message.id).toBe(preview.message.id);
    expect((await month.press("The daily post")).text).toContain("1 January 2027");
  });
});

test("/preview completes dates as it understands them", async () => {
  await withBot("2026-06-25T08:00Z", async ({ discord, channelId, admin }) => {
    const call = { command: "preview", channelId, person: admin, focused: "date", options: { date: "25 aug 2027" } };
    expect(await discord.interact.autocomplete(call)).toEqual([
      { name: "Wednesday, 25 August 2027", value: "2027-08-25" },
    ]);
  });
});

test("/preview without a date is of the next post, as the panel and /subscriptions why have it: also while paused, and while today’s is tried again", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { setup, at, clock, discord, channelId } = running;
    await setup({ hour: "9", zone: "UTC" });
    discord.inject({ method: "POST", path: /messages/, times: 3, action: { kind: "answer", status: 500 } });
    for (const minute of ["00", "01"]) await at(`2026-06-25T09:${minute}Z`);
    expect((await ask(running, "preview")).text).toContain("25 June 2026");
    for (const minute of ["31", "35", "45"]) await at(`2026-06-25T09:${minute}Z`);
    expect(discord.messages(channelId)).toHaveLength(1);
    await ask(running, "subscriptions pause");
    clock.set(Date.parse("2026-06-25T15:00Z"));
    for (const command of ["preview", "setup", "subscriptions why"])
      expect((await ask(running, command)).text, command).toContain("26 June 2026");
    expect((await ask(running, "preview")).text).not.toContain("25 June 2026");
  });
});

test("where a day has nothing, a trial of today and a preview of any day say which rules leave out how much of it", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    await running.setup({ hour: "9", zone: "UTC", countries: "Tuvalu with Nauru" });
    const rules =
      /nothing for what this calendar follows, so nothing would be posted\.\n-# Left out: \d+ of countries or pairs that are not followed/;
    const trial = await ask(running, "subscriptions test");
    expect(trial.text).toMatch(rules);
    expect(trial.isQuiet).toBe(true);
    expect((await ask(running, "preview", { date: "27 June" })).text).toMatch(rules);
  });
});
