import { expect, test } from "vitest";
import { MOST_CALENDARS, type SetUpRequest } from "../../src/delivery/subscription.ts";
import { settingsWith, temporaryStore } from "./support.ts";

const NOW = Date.parse("2026-06-25T06:00Z");
const DAY = 86_400_000;
const BY = "300000000000000001";
const GUILD = settingsWith().guildId;

/** What /setup makes in a channel before anybody begins it. */
const look = (channel: number): SetUpRequest => {
  const settings = settingsWith({ channelId: String(200_000_000_000_000_000n + BigInt(channel)) });
  return { settings, begin: "paused", isChosen: false };
};

test("what was only looked at goes a week after its last change, with the server that had nothing else; what began stays", async () => {
  const { subscriptions, guilds } = await temporaryStore();
  const first = await subscriptions.setUp(look(1), NOW, BY);
  const second = await subscriptions.setUp(look(2), NOW, BY);
  const third = await subscriptions.setUp(look(3), NOW, BY);
  if (!first.ok || !second.ok || !third.ok) return expect.fail("there is room");
  await subscriptions.revise(second.subscription.id, 0, { ...second.subscription, crosspost: true }, NOW + 2 * DAY, BY);
  await subscriptions.resume(third.subscription.id, NOW, BY);
  await subscriptions.pause(third.subscription.id, NOW, BY);
  const left = async () => (await subscriptions.ofGuild(GUILD)).map(({ id }) => id).toSorted();
  expect(await subscriptions.purge(0, NOW)).toBe(0);
  expect(await subscriptions.purge(0, NOW + DAY)).toBe(1);
  expect(await left()).toEqual([second.subscription.id, third.subscription.id].toSorted());
  expect(await subscriptions.purge(0, NOW + 3 * DAY)).toBe(1);
  expect(await left()).toEqual([third.subscription.id]);
  await subscriptions.end(third.subscription.id, NOW);
  await subscriptions.purge(NOW + DAY, NOW);
  expect(Object.values(await guilds.everything(GUILD)).flat()).toEqual([]);
});

test("of those only looked at a server keeps the newest as many as it may have calendars, whatever it has begun", async () => {
  const { subscriptions } = await temporaryStore();
  for (let channel = 0; channel < MOST_CALENDARS + 3; channel += 1)
    expect(await subscriptions.setUp(look(channel), NOW + channel, BY)).toMatchObject({ ok: true, became: "made" });
  const channels = (await subscriptions.ofGuild(GUILD)).map(({ channelId }) => channelId.slice(-2)).toSorted();
  expect(channels).toEqual(
    Array.from({ length: MOST_CALENDARS }, (_, index) => String(index + 3).padStart(2, "0")).toSorted(),
  );
  const all = await subscriptions.ofGuild(GUILD);
  for (const { id } of all) expect(await subscriptions.resume(id, NOW, BY)).toBe(true);
  const more = await subscriptions.setUp(look(99), NOW, BY);
  expect(more.ok).toBe(false);
});

test("what somebody chose of one that has not begun is never given up to make room: where all hold such, a further one is refused", async () => {
  const { subscriptions } = await temporaryStore();
  for (let channel = 0; channel < MOST_CALENDARS; channel += 1) {
    const isChosen = channel % 2 === 0;
    const made = await subscriptions.setUp({ ...look(channel), isChosen }, NOW + channel, BY);
    if (!made.ok) return expect.fail("there is room");
    const { subscription } = made;
    if (!isChosen && channel !== 1)
      await subscriptions.revise(subscription.id, subscription.revision, { ...subscription, crosspost: true }, NOW, BY);
  }
  const channels = async () => (await subscriptions.ofGuild(GUILD)).map(({ channelId }) => Number(channelId.slice(-2)));
  expect((await channels()).length).toBe(MOST_CALENDARS);
  expect(await subscriptions.setUp({ ...look(30), isChosen: true }, NOW + 30, BY)).toMatchObject({ ok: true });
  expect(await channels()).not.toContain(1);
  expect(await subscriptions.setUp(look(31), NOW + 31, BY)).toEqual({ ok: false, full: "unbegun" });
  const kept = [0, ...Array.from({ length: MOST_CALENDARS - 2 }, (_, index) => index + 2), 30];
  expect((await channels()).toSorted((one, other) => one - other)).toEqual(kept);
});
