import { expect, test } from "vitest";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { settingsWith, temporaryStore } from "../store/support.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T08:00Z";
const AT = Date.parse(NOW);
const elsewhere = (running: Running): Running => ({
  ...running,
  channelId: running.discord.addChannel(running.guildId),
});

test("four admins who set up calendar 25 at once get one; the others are told of the limit, and the list shows all", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId, discord } = running;
    const fill = async (count: number) => {
      for (let made = 0; made < count; made += 1)
        await store.subscriptions.subscribe(settingsWith({ guildId, channelId: discord.addChannel(guildId) }), AT);
    };
    await fill(24);
    const typed = { hour: "9", zone: "UTC" };
    const answers = await Promise.all(
      [typed, typed, typed, typed].map((options) => ask(elsewhere(running), "setup", options)),
    );
    expect(answers.filter(({ text }) => text.includes("25 calendars"))).toHaveLength(3);
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(25);
    // as many as an older version has let through
    await fill(6);
    const list = await ask(running, "subscriptions list");
    expect(list.text).toContain("31\\. ");
    const [last] = (await store.subscriptions.ofGuild(guildId)).slice(-1);
    const selects = JSON.stringify(list.message.components);
    expect(selects).toContain(`"value":"${last?.id}"`);
  });
});

test("of two admins who use /setup with hour and zone at once the later changes nothing, and sees what the other has made", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId, discord } = running;
    const second = { ...running, admin: discord.addPerson({ permissions: 32n }) };
    const answers = await Promise.all([
      ask(running, "setup", { hour: "18", zone: "Brussels", countries: "Belgium" }),
      ask(second, "setup", { hour: "19", zone: "Asia/Tokyo", countries: "Japan" }),
    ]);
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(answers.filter(({ text }) => text.startsWith("Done."))).toHaveLength(1);
    const later = answers.find(({ text }) => !text.startsWith("Done."));
    expect(later?.text).toContain("Somebody changed this calendar in the meantime.");
    const others = calendar?.postAt === "18:00" ? "18:00" : "19:00";
    expect(later?.text).toContain(`Hour: **${others}**`);
    expect(calendar).toMatchObject({ revision: 0, standing: { state: "active" } });
    expect((await store.audit.ofGuild(guildId, 9)).map(({ act }) => act)).toEqual(["set-up"]);
  });
});

test("/setup with hour and zone changes what somebody has chosen of one that has not begun only with an Undo, and keeps the rest", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId, discord } = running;
    await ask({ ...running, admin: discord.addPerson({ permissions: 32n }) }, "setup", {
      hour: "18:30",
      countries: "Belgium",
    });
    const typed = await ask(running, "setup", { hour: "9", zone: "UTC" });
    expect(typed.text).toContain("Changed.");
    const calendar = async () => (await store.subscriptions.ofGuild(guildId))[0];
    expect(await calendar()).toMatchObject({ postAt: "09:00", selection: { parties: ["BE"] } });
    expect((await typed.press("Undo")).text).toContain("Hour: **18:30**");
    expect(await calendar()).toMatchObject({ postAt: "18:30", standing: { state: "paused" } });
  });
});

test("what Discord changes by itself takes away nothing that an admin changes at the same time", async () => {
  const { subscriptions } = await temporaryStore();
  const mention = { roleId: "400000000000000001", tiers: [] };
  const settings = settingsWith({ mention });
  for (const order of ["first", "last"]) {
    const { id, revision } = (await subscriptions.subscribe(settings, AT)).subscription;
    const revise = () => subscriptions.revise(id, revision, { ...settings, crosspost: true }, AT, "3");
    const amend = () => subscriptions.amend(id, { mention: undefined }, AT);
    const [one, other] = order === "first" ? [amend, revise] : [revise, amend];
    const [first, second] = await Promise.all([one(), other()]);
    const revised = order === "first" ? second : first;
    const now = await subscriptions.find(id);
    expect(now?.mention, order).toBeUndefined();
    expect(now?.crosspost, order).toBe(revised?.outcome === "changed");
  }
});
