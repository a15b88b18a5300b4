import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { createComposer } from "../../src/delivery/composer.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { openArchive } from "../../src/wiring/archive.ts";
import { simpleComposer } from "./composer.ts";
import { type Scene, scene } from "./support.ts";

test.each([
  ["by one process", false],
  ["by a new process each minute", true],
])(
  "answers that are lost for twenty minutes, %s: sent again while Discord knows the nonce, then looked for; what is there is left to the next command",
  async (_, isRestarted) => {
    const stage = await scene("2026-06-25T06:00Z", { standIn: { nonceWindow: 120_000 } });
    const { id, guildId, channelId } = await stage.subscribe({ postAt: "23:00" });
    await stage.store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "automod", at: 0 });
    const lost = stage.standIn.inject({ times: Number.POSITIVE_INFINITY, action: { kind: "drop", stored: true } });
    if (isRestarted) await stage.delivery.stop();
    const minutes = async (from: number, to: number) => {
      for (let minute = from; minute < to; minute += 1) {
        if (isRestarted) await stage.afterRestart(`2026-06-25T06:${minute}:00Z`);
        else await stage.until(`2026-06-25T06:${minute}Z`);
      }
    };
    await minutes(10, 30);
    expect(stage.texts(channelId)).toEqual(["fault: automod"]);
    expect(stage.standIn.requests.filter(({ method }) => method === "POST").length).toBeGreaterThan(1);
    lost.remove();
    await minutes(30, 50);
    expect(stage.texts(channelId)).toEqual(["fault: automod"]);
    expect(await stage.store.guilds.untold(stage.clock.now(), 9)).toEqual([]);
    expect(await stage.store.guilds.notices(guildId)).toHaveLength(1);
  },
);

/** A notice that a process put on record as sent, and ended before its request; twenty minutes later the next one starts. */
async function endedBeforeItsRequest(ahead: number, before: (stage: Scene, office: string) => void = () => undefined) {
  const stage = await scene("2026-06-25T06:00Z", { standIn: { nonceWindow: 120_000 } });
  const { id, guildId, channelId } = await stage.subscribe({ postAt: "23:00" }, { permissions: 0n });
  const office = stage.standIn.addChannel(guildId);
  await stage.store.guilds.setupUsedIn(guildId, office, "en-GB");
  await stage.delivery.stop();
  const at = stage.clock.now();
  await stage.store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "no-access", at });
  await stage.store.guilds.asked(id, "no-access", at + ahead);
  before(stage, office);
  await stage.afterRestart("2026-06-25T06:20Z");
  await stage.afterRestart("2026-06-25T06:40Z");
  return { told: stage.texts(office), notices: await stage.store.guilds.notices(guildId) };
}

test.each([
  ["", 0],
  [", by a clock that was ahead", 45 * 60_000],
])(
  "a process ended before the request of a notice%s: the next one sees that it is not there, and tells it once",
  async (_, ahead) => {
    expect(await endedBeforeItsRequest(ahead)).toEqual({ told: ["fault: no-access"], notices: [] });
  },
);

test("what a clock that was ahead put on record is told with the next rounds, not when that time has come", async () => {
  const stage = await scene("2026-06-25T06:00Z");
  const { id, guildId, channelId } = await stage.subscribe({ postAt: "23:00" });
  const at = stage.clock.now() + 45 * 60_000;
  await stage.store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "automod", at });
  await stage.until("2026-06-25T06:03Z");
  expect(stage.texts(channelId)).toEqual(["fault: automod"]);
});

test("members wrote there meanwhile: told all the same", async () => {
  const { told, notices } = await endedBeforeItsRequest(0, ({ standIn }, office) => {
    standIn.write(office, standIn.addPerson(), "Good morning");
  });
  expect(told).toEqual(["Good morning", "fault: no-access"]);
  expect(notices).toEqual([]);
});

test("where it cannot be seen whether it is there, it is left to the next command", async () => {
  const { told, notices } = await endedBeforeItsRequest(0, ({ standIn }, office) => {
    standIn.setPermissions(office, INVITED_WITH & ~PermissionFlagsBits.ReadMessageHistory);
    standIn.write(office, standIn.addPerson(), "Good morning");
  });
  expect(told).toEqual(["Good morning"]);
  expect(notices).toHaveLength(1);
});

test.each(["no-access", "automod"] as const)(
  "%s in all 25 channels of a server: one message where /setup was used, which names all of them",
  async (fault) => {
    const stage = await scene("2026-06-25T06:00Z");
    const { guildId, ...first } = await stage.subscribe({ postAt: "23:00" }, { permissions: 0n });
    const channels = [first.channelId];
    const ids = [first.id];
    for (let count = 1; count < 25; count += 1) {
      const one = await stage.subscribe({ guildId, postAt: "23:00" }, { permissions: 0n });
      channels.push(one.channelId);
      ids.push(one.id);
    }
    for (const [at, subscriptionId] of ids.entries())
      await stage.store.guilds.notify({ guildId, subscriptionId, channelId: channels[at] ?? "", fault, at });
    const office = stage.standIn.addChannel(guildId);
    await stage.store.guilds.setupUsedIn(guildId, office, "en-GB");
    await stage.until("2026-06-25T06:03Z");
    expect(stage.texts(office)).toEqual([`fault: ${fault} of ${channels.join(" ")}`]);
    expect(await stage.store.guilds.notices(guildId)).toEqual([]);
  },
);

test("25 channels of a server are deleted: its admins are told in one message that Discord takes", async () => {
  const { almanac, catalogue } = openArchive("data", ".attache/cache");
  const worded = createComposer(almanac, catalogue);
  const simple = simpleComposer();
  simple.notice = (...about) => worded.notice(...about);
  const stage = await scene("2026-06-25T06:00Z", { composer: simple });
  const guildId = stage.standIn.addGuild();
  const office = stage.standIn.addChannel(guildId);
  await stage.store.guilds.setupUsedIn(guildId, office, "en-GB");
  const zone = "America/Argentina/ComodRivadavia";
  for (let count = 0; count < 25; count += 1) {
    const { channelId } = await stage.subscribe({ guildId, zone, postAt: "23:00" });
    stage.standIn.deleteChannel(channelId);
    await stage.delivery.hear({ kind: "channel-deleted", guildId, channelId });
  }
  await stage.until("2026-06-25T06:03Z");
  expect(stage.texts(office)).toEqual([expect.stringContaining("others that /subscriptions list shows")]);
  expect(await stage.store.guilds.notices(guildId)).toEqual([]);
});

test("a paused calendar is told of apart from one that goes on by itself once its channel is mended", async () => {
  const stage = await scene("2026-06-25T06:00Z");
  const { guildId, ...one } = await stage.subscribe({ postAt: "23:00" }, { permissions: 0n });
  const other = await stage.subscribe({ guildId, postAt: "23:00" }, { permissions: 0n });
  const office = stage.standIn.addChannel(guildId);
  await stage.store.guilds.setupUsedIn(guildId, office, "en-GB");
  for (const { id, channelId } of [one, other])
    await stage.store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "no-access", at: 0 });
  await stage.store.subscriptions.pause(other.id, stage.clock.now());
  await stage.until("2026-06-25T06:03Z");
  expect(stage.texts(office)).toEqual(["fault: no-access", "fault: no-access"]);
});
