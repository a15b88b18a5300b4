import { ChannelType, MessageFlags } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { scene } from "./support.ts";

test("an announcement that is found in the channel after a crash is published too", async () => {
  const { subscribe, standIn, delivery, clock, another, history } = await scene("2026-06-25T06:00Z");
  const news = await subscribe(
    { channelKind: "announcement", crosspost: true },
    { type: ChannelType.GuildAnnouncement },
  );
  standIn.inject({ method: "POST", action: { kind: "drop", stored: true } });
  clock.set("2026-06-25T07:00Z");
  await delivery.tick();
  await delivery.idle();
  await delivery.stop();
  clock.set("2026-06-25T07:20Z");
  const again = another();
  await again.tick();
  await again.idle();
  expect((await history(news))[0]).toMatchObject({ state: "sent", detail: "found in the channel" });
  expect(standIn.messages(news.channelId).map(({ flags = 0 }) => flags & MessageFlags.Crossposted)).toEqual([
    MessageFlags.Crossposted,
  ]);
});

test("a stop between the post and its publishing leaves that for the next process; nobody is told of a refusal", async () => {
  const { subscribe, standIn, delivery, clock, another, history, store } = await scene("2026-06-25T06:00Z");
  const news = await subscribe(
    { channelKind: "announcement", crosspost: true },
    { type: ChannelType.GuildAnnouncement },
  );
  const posting = standIn.inject({ method: "POST", path: /messages$/, action: { kind: "hold" } });
  clock.set("2026-06-25T07:00Z");
  await delivery.tick();
  await posting.struck;
  const stopped = delivery.stop();
  posting.release();
  await stopped;
  expect((await history(news))[0]).toMatchObject({ state: "failed" });
  clock.set("2026-06-25T12:20Z");
  const again = another();
  await again.tick();
  await again.idle();
  expect((await history(news))[0]).toMatchObject({ state: "sent" });
  expect(standIn.messages(news.channelId).map(({ flags = 0 }) => flags & MessageFlags.Crossposted)).toEqual([
    MessageFlags.Crossposted,
  ]);
  expect(await store.guilds.notices(news.guildId)).toEqual([]);
});
