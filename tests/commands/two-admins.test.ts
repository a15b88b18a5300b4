import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const CHANGE = "Change a setting…";

test("of two admins who change a calendar at the same instant one wins, the other sees that change at once, and nothing is lost", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId, discord } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const second = { ...running, admin: discord.addPerson({ permissions: 32n }) };
    const steps = await Promise.all([
      (await ask(running, "setup")).press(CHANGE, "lines"),
      (await ask(second, "setup")).press(CHANGE, "hour"),
    ]);
    const [lines, hour] = await Promise.all([steps[0].press("Lines", "3"), steps[1].press("Hour", "18:00")]);
    const stale = "Somebody changed this calendar in the meantime.";
    expect([lines, hour].filter(({ text }) => text.includes("Changed."))).toHaveLength(1);
    const later = lines.text.includes(stale) ? lines : hour;
    expect(later.text).toContain(stale);
    expect(later.text).toContain(later === lines ? "Hour: **18:00**" : "Lines: **3**");
    const [setting, label, value] = later === lines ? ["lines", "Lines", "3"] : ["hour", "Hour", "18:00"];
    await (await later.press(CHANGE, setting)).press(label, value);
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(calendar).toMatchObject({ postAt: "18:00", selection: { lines: 3, parties: ["BE"] } });
    const who = (await store.audit.ofGuild(guildId, 2)).map(({ userId }) => userId);
    expect(new Set(who)).toEqual(new Set([running.admin.id, second.admin.id]));
  });
});

test("what two admins follow at the same instant with /countries is followed, both", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId, discord } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const second = { ...running, admin: discord.addPerson({ permissions: 32n }) };
    await Promise.all([
      ask(running, "countries follow", { countries: "Kenya" }),
      ask(second, "countries follow", { countries: "Chad" }),
      ask(second, "setup", { hour: "18:00" }),
    ]);
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(calendar?.selection.parties.toSorted()).toEqual(["BE", "KE", "TD"]);
  });
});
