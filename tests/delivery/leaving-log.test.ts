import { expect, test } from "vitest";
import { FakeClock } from "../support/clock.ts";
import { joined, recordingLog, scene } from "./support.ts";

test("a server is named in the log when it removes the bot and when it invites it again, once each", async () => {
  const recorded = recordingLog(new FakeClock("2026-06-25T06:00Z"));
  const { subscribe, delivery } = await scene("2026-06-25T06:00Z", { log: recorded.log });
  const { guildId } = await subscribe();
  const none = { kind: "ready", shard: 0, shards: 1, guildIds: [] } as const;
  await delivery.hear({ kind: "guild-removed", guildId });
  await delivery.hear(none);
  await delivery.hear(joined(guildId));
  await delivery.hear(joined(guildId));
  await delivery.hear(none);
  await delivery.hear({ ...none, guildIds: [guildId] });
  const [removed, back] = ["the bot was removed from a server", "the bot is in a server again"];
  const lines = recorded.lines().map((line) => line.split(":")[0]);
  expect(lines).toEqual([removed, back, removed, back]);
});
