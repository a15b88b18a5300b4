import { ChannelType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { scene } from "./support.ts";

const HOUR = 3_600_000;

test("a forum of a server with as many active threads as Discord allows: told once and at once, tried each hour, and its posts go on by themselves", async () => {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe({ channelKind: "forum" }, { type: ChannelType.GuildForum });
  const office = stage.standIn.addChannel(one.guildId);
  await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
  const full = stage.standIn.inject({
    method: "POST",
    path: /threads$/,
    times: Number.POSITIVE_INFINITY,
    action: { kind: "answer", status: 400, code: 160_006 },
  });
  const start = Date.parse("2026-06-25T07:00Z");
  await stage.at(start);
  await stage.at(start + 120_000);
  expect(stage.texts(office)).toEqual(["fault: threads-full"]);
  for (let hour = 1; hour < 30; hour += 1) await stage.at(start + hour * HOUR + 120_000);
  full.remove();
  expect(stage.texts(office)).toEqual(["fault: threads-full"]);
  expect((await stage.history(one)).map(({ localDate, state, fault }) => [localDate, state, fault])).toEqual([
    ["2026-06-26", "failed", "threads-full"],
    ["2026-06-25", "rejected", "threads-full"],
  ]);
  for (let hour = 30; hour < 33; hour += 1) await stage.at(start + hour * HOUR + 120_000);
  expect(stage.standIn.posts(one.channelId)).toHaveLength(1);
  expect((await stage.history(one))[0]).toMatchObject({ localDate: "2026-06-26", state: "sent" });
  expect(await stage.store.guilds.notices(one.guildId)).toEqual([]);
  expect((await stage.store.subscriptions.find(one.id))?.standing).toEqual({ state: "active" });
});
