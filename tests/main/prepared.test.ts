import { expect, test } from "vitest";
import { cacheFile, keyOf, readCache } from "../../src/almanac/archive/cache.ts";
import { readDataFiles } from "../../src/almanac/archive/data-files.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { openStore } from "../../src/store/open.ts";
import { openArchive } from "../../src/wiring/archive.ts";
import { startBot } from "../../src/wiring/bot.ts";
import { realClock } from "../discord/fixture.ts";
import { fixtureData } from "../support/data.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";

test("the bot is not ready before its facts are, so that the first question does not wait for them", async () => {
  const [data, cache] = [fixtureData(), temporaryFolder()];
  const index = () => readCache(cacheFile(cache, data), keyOf(readDataFiles(data).digest));
  const archive = openArchive(data, cache);
  expect(index()?.isGrouped.every((day) => day === 1)).toBe(false);
  const discord = await startStandIn({ clock: realClock });
  const store = await openStore(":memory:", realClock, silentLog);
  const bot = await startBot({
    ...archive,
    api: discord.url,
    token: discord.token,
    store,
    clock: realClock,
    systemClock: realClock,
    log: silentLog,
    pace: { spread: 0 },
    signal: new AbortController().signal,
    fatal: (why) => {
      throw why;
    },
  });
  expect(index()?.isGrouped.every((day) => day === 1)).toBe(true);
  await bot.stop();
  await store.close();
  await discord.close();
});
