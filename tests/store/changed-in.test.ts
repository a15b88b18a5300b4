import { expect, test } from "vitest";
import { subscribed, temporaryStore } from "./support.ts";

test("a change elsewhere takes the place of a /setup in a calendar's own channel, and of no other", async () => {
  const store = await temporaryStore();
  const { guilds } = store;
  const one = await subscribed(store, {}, 0);
  const place = async () => (await guilds.setupChannel(one.guildId))?.channelId;
  await guilds.changedIn(one.guildId, "200000000000000008", "fr");
  expect(await place()).toBeUndefined();
  await guilds.setupUsedIn(one.guildId, one.channelId, "en-GB");
  await guilds.changedIn(one.guildId, one.channelId, "fr");
  expect(await guilds.setupChannel(one.guildId)).toEqual({ channelId: one.channelId, locale: "en-GB" });
  await guilds.changedIn(one.guildId, "200000000000000008", "fr");
  expect(await guilds.setupChannel(one.guildId)).toEqual({ channelId: "200000000000000008", locale: "fr" });
  for (const channelId of [one.channelId, "200000000000000009"]) await guilds.changedIn(one.guildId, channelId, "de");
  expect(await place()).toBe("200000000000000008");
});
