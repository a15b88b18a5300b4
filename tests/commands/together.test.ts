import { expect, test } from "vitest";
import { parsePostAt } from "../../src/delivery/subscription.ts";
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

test("/setup with hour and zone keeps what another admin has changed of the calendar between", async () => {
  const { subscriptions, audit } = await temporaryStore();
  const settings = settingsWith();
  const paused = await subscriptions.setUp(
    { settings, onto: (present) => present, begin: "paused", isChosen: false },
    AT,
    "3",
  );
  if (!paused.ok) return expect.fail("there is room");
  const { id, revision } = paused.subscription;
  await subscriptions.revise(id, revision, { ...settings, crosspost: true }, AT, "3");
  const postAt = parsePostAt("18:00") ?? expect.fail("no hour");
  const onto = <T extends object>(present: T) => ({ ...present, postAt });
  const made = await subscriptions.setUp({ settings: onto(settings), onto, begin: "active", isChosen: true }, AT, "4");
  expect(made).toMatchObject({ ok: true, isNew: false, subscription: { crosspost: true, postAt: "18:00" } });
  const acts = (await audit.ofGuild(settings.guildId, 2)).map(({ act }) => act);
  expect(acts).toEqual(["begun", "changed"]);
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
