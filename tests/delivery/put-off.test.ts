import { ChannelType, MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { interrupted, WITH_HISTORY } from "./interrupted.ts";
import { scene } from "./support.ts";

const DATE = "2026-06-25";

/** An announcement at 09:00 that Discord publishes to followers only later. */
async function announced(
  action: { kind: "limited"; retryAfter: number; scope: "shared" } | { kind: "answer"; status: 503 },
) {
  const stage = await scene(`${DATE}T06:00Z`);
  const permissions = INVITED_WITH | PermissionFlagsBits.CreatePublicThreads;
  const settings = { channelKind: "announcement", crosspost: true, thread: true } as const;
  const one = await stage.subscribe(settings, { type: ChannelType.GuildAnnouncement, permissions });
  const limit = stage.standIn.inject({ path: /crosspost$/, times: Number.POSITIVE_INFINITY, action });
  const published = () =>
    stage.standIn.messages(one.channelId).map(({ flags = 0 }) => (flags & MessageFlags.Crossposted) !== 0);
  const asked = () => stage.standIn.requests.filter(({ path }) => path.endsWith("crosspost")).length;
  const faults = async () => (await stage.store.guilds.notices(one.guildId)).map(({ fault }) => fault);
  return { ...stage, one, limit, published, asked, faults };
}

test.each([
  [{ kind: "limited", retryAfter: 1_200, scope: "shared" }, "07:20"],
  [{ kind: "answer", status: 503 }, "07:05"],
] as const)(
  "publishing that Discord puts off (%o) is done once it may be, its thread at once, and nobody is troubled",
  async (action, at) => {
    const { one, limit, published, asked, until, history, faults, texts, standIn } = await announced(action);
    await until(`${DATE}T07:01Z`);
    expect((await history(one))[0]).toMatchObject({
      state: "failed",
      messageId: standIn.messages(one.channelId)[0]?.id,
    });
    expect(standIn.requests.filter(({ path, status }) => path.endsWith("/threads") && status < 300)).toHaveLength(1);
    expect(published()).toEqual([false]);
    const before = asked();
    limit.remove();
    await until(`${DATE}T${at}:59Z`);
    expect(published()).toEqual([true]);
    expect(asked()).toBe(before + 1);
    expect((await history(one))[0]).toMatchObject({ state: "sent" });
    expect(texts(one.channelId)).toEqual([`daily ${DATE}`]);
    expect(await faults()).toEqual([]);
  },
);

test("publishing that Discord puts off until the window is over is left, asked for about once an hour, and its admins are told", async () => {
  const { one, published, asked, at, clock, history, texts } = await announced({
    kind: "limited",
    retryAfter: 3_600,
    scope: "shared",
  });
  for (const start = Date.parse(`${DATE}T07:00Z`); clock.now() < start + 13 * 3_600_000; )
    await at(Math.max(start, clock.now() + 10 * 60_000));
  expect((await history(one))[0]).toMatchObject({ state: "sent", localDate: DATE });
  expect(published()).toEqual([false, false]);
  expect(texts(one.channelId)).toEqual([`daily ${DATE}`, "fault: crosspost-refused"]);
  expect(asked()).toBeLessThanOrEqual(13);
});

test("a post in doubt whose channel cannot be seen any more: told what it lacks, not another permission; seen again, it is found", async () => {
  const { one, later, standIn, store, delivery, texts } = await interrupted(true, WITH_HISTORY);
  standIn.setPermissions(one.channelId, 0n);
  expect(await later(`${DATE}T07:20Z`)).toMatchObject({ state: "unknown", fault: "no-access" });
  expect((await store.guilds.notices(one.guildId)).map(({ fault }) => fault)).toEqual(["no-access"]);
  standIn.setPermissions(one.channelId, WITH_HISTORY.permissions);
  await delivery.hear({ kind: "access-changed", guildId: one.guildId, channelId: one.channelId });
  expect(await later(`${DATE}T07:40Z`)).toMatchObject({ state: "sent", detail: "found in the channel" });
  expect(texts(one.channelId)).toEqual([`daily ${DATE}`]);
  expect(await store.guilds.notices(one.guildId)).toEqual([]);
});
