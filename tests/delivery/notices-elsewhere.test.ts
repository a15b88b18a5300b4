import { ChannelType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { type Scene, scene } from "./support.ts";

/** A server whose calendar was set up in its own channel, which then refuses, or is gone. */
async function refusing(permissions: bigint | "gone" = 0n) {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe();
  await stage.store.guilds.setupUsedIn(one.guildId, one.channelId, "en-GB");
  if (permissions !== "gone") stage.standIn.setPermissions(one.channelId, permissions);
  else await stage.delivery.hear({ kind: "channel-deleted", guildId: one.guildId, channelId: one.channelId });
  const told = () => stage.store.guilds.notices(one.guildId).then((untold) => untold.length === 0);
  return { stage, one, told };
}

async function morning({ at }: Scene): Promise<void> {
  for (const minute of ["07:00", "07:01", "07:02"]) await at(`2026-06-25T${minute}Z`);
}

const postsTo = ({ standIn }: Scene, channelId: string) =>
  standIn.requests.filter(({ method, path }) => method === "POST" && path.includes(channelId)).length;

test.each([
  [0n, "no-access"],
  ["gone", "channel-gone"],
] as const)("%s: told where another calendar of the server posts, once, and nowhere else", async (what, fault) => {
  const { stage, one, told } = await refusing(what);
  const { guildId } = one;
  const paused = await stage.subscribe({ guildId });
  await stage.store.subscriptions.pause(paused.id, stage.clock.now(), "1");
  const forum = await stage.subscribe({ guildId, channelKind: "forum" }, { type: ChannelType.GuildForum });
  const others = [await stage.subscribe({ guildId }), await stage.subscribe({ guildId })];
  const stranger = await stage.subscribe();
  await morning(stage);
  await stage.until("2026-06-25T09:00Z");
  // which of the two, and whether before its post or after it, is nobody's business
  const texts = others
    .map(({ channelId }) => stage.texts(channelId).toSorted())
    .toSorted((a, b) => a.length - b.length);
  expect(texts).toEqual([["daily 2026-06-25"], ["daily 2026-06-25", `fault: ${fault}`]]);
  expect(stage.texts(stranger.channelId)).toEqual(["daily 2026-06-25"]);
  expect(stage.texts(paused.channelId)).toEqual([]);
  expect(postsTo(stage, `${forum.channelId}/messages`)).toBe(0);
  expect(await told()).toBe(true);
});

test("where /setup was used comes first, and the other calendars where that refuses as well, three places at most", async () => {
  const { stage, one, told } = await refusing();
  const { guildId } = one;
  const office = stage.standIn.addChannel(guildId);
  await stage.store.guilds.setupUsedIn(guildId, office, "en-GB");
  const others = await Promise.all([1, 2, 3, 4].map(() => stage.subscribe({ guildId, postAt: "20:00" })));
  const all = others.map(({ channelId }) => channelId);
  for (const channelId of [office, ...all]) stage.standIn.setPermissions(channelId, 0n);
  await morning(stage);
  expect(postsTo(stage, office)).toBe(1);
  expect(all.filter((channelId) => postsTo(stage, channelId) > 0)).toHaveLength(2);
  expect(await told()).toBe(false);
  await stage.at("2026-06-25T07:30Z");
  expect(postsTo(stage, office)).toBe(1); // from now on at the next command
});

test("one that is told elsewhere although its answer was lost is told in the same place, once", async () => {
  const { stage, one, told } = await refusing();
  const all: string[] = [];
  for (let count = 0; count < 2; count += 1)
    all.push((await stage.subscribe({ guildId: one.guildId, postAt: "20:00" })).channelId);
  stage.standIn.inject({ path: new RegExp(all.join("|")), times: 1, action: { kind: "drop", stored: true } });
  await morning(stage);
  await stage.until("2026-06-25T07:10Z");
  expect(all.flatMap((channelId) => stage.texts(channelId))).toEqual(["fault: no-access"]);
  expect(await told()).toBe(true);
});

test("several that lack the same are told together in the channel that posts, and none of them is asked again", async () => {
  const { stage, one, told } = await refusing();
  const other = await stage.subscribe({ guildId: one.guildId }, { permissions: 0n });
  const well = await stage.subscribe({ guildId: one.guildId }, { permissions: INVITED_WITH });
  await morning(stage);
  expect(stage.texts(well.channelId)).toEqual([
    "daily 2026-06-25",
    expect.stringMatching(
      `^fault: no-access of (${one.channelId} ${other.channelId}|${other.channelId} ${one.channelId})$`,
    ),
  ]);
  for (const { channelId } of [one, other]) expect(postsTo(stage, channelId)).toBe(1);
  expect(await told()).toBe(true);
});
