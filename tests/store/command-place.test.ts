import { expect, test } from "vitest";
import { subscribed, temporaryStore } from "./support.ts";

test("where a command of the administration was used last comes after the place of /setup; nothing of a calendar's own channel, nor of a server without rows", async () => {
  const { guilds, ...store } = await temporaryStore();
  await guilds.commandUsedIn("100000000000000077", "200000000000000008", "fr");
  expect(await guilds.everything("100000000000000077")).toMatchObject({ guild: [] });
  const one = await subscribed({ guilds, ...store }, {}, 0);
  await guilds.setupUsedIn(one.guildId, one.channelId, "en-GB");
  const setup = { channelId: one.channelId, locale: "en-GB" };
  await guilds.commandUsedIn(one.guildId, one.channelId, "fr");
  expect(await guilds.adminPlaces(one.guildId)).toEqual([setup]);
  for (const [channelId, locale] of [
    ["200000000000000007", "de"],
    ["200000000000000008", "fr"],
    [one.channelId, "es-ES"],
  ] as const)
    await guilds.commandUsedIn(one.guildId, channelId, locale);
  expect(await guilds.adminPlaces(one.guildId)).toEqual([setup, { channelId: "200000000000000008", locale: "fr" }]);
  await guilds.setupUsedIn(one.guildId, "200000000000000008", "de");
  expect(await guilds.adminPlaces(one.guildId)).toEqual([{ channelId: "200000000000000008", locale: "de" }]);
});
