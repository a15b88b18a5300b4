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
