import type { APIMessage } from "discord-api-types/v10";
import { beforeAll } from "vitest";
import type { Almanac } from "../../src/almanac/almanac.ts";
import type { Log } from "../../src/log.ts";
import type { StandIn } from "../../src/playground/api.ts";
import { MovedClock } from "../../src/playground/moved-clock.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { openArchive } from "../../src/wiring/archive.ts";
import { type Bot, startBot } from "../../src/wiring/bot.ts";
import { realClock } from "../discord/fixture.ts";
import { silentLog } from "../support/log.ts";

let archive: ReturnType<typeof openArchive> | undefined;

/** Opens and prepares the real facts before the tests of a file: their index is built on the first run, which takes its time. */
export function withRealFacts(): void {
  beforeAll(async () => {
    archive ??= openArchive("data", ".attache/cache");
    await archive.almanac.prepare();
  }, 120_000);
}

export interface Running {
  readonly discord: StandIn;
  readonly clock: MovedClock;
  readonly bot: Bot;
  readonly store: Store;
  readonly almanac: Almanac;
  readonly guildId: string;
  readonly channelId: string;
  readonly admin: ReturnType<StandIn["addPerson"]>;
  /** Lets it be that instant, and everything that is due then be done. */
  readonly at: (instant: string) => Promise<void>;
  /** Another process of the bot takes the place of the first: only what is stored, or in messages, is left. */
  readonly restart: () => Promise<void>;
  /** /setup in the channel, and its answer. */
  readonly setup: (options: Readonly<Record<string, string>>) => Promise<string>;
}

/** The whole bot, on the real facts, connected to a stand-in over sockets, at an instant. */
export async function withBot(
  start: string,
  test: (running: Running) => Promise<void>,
  {
    database = ":memory:",
    log = silentLog,
    feedUrl,
  }: { readonly database?: string; readonly log?: Log; readonly feedUrl?: string } = {},
): Promise<void> {
  if (archive === undefined) throw new Error("call withRealFacts() at the top of the file");
  const clock = new MovedClock(realClock);
  clock.set(Date.parse(start));
  const discord = await startStandIn({ clock });
  const guildId = discord.addGuild();
  const channelId = discord.addChannel(guildId);
  const admin = discord.addPerson({ permissions: 32n });
  const stopping = new AbortController();
  const store = await openStore(database, clock, silentLog);
  const opened = archive;
  const begin = () =>
    startBot({
      ...opened,
      api: discord.url,
      token: discord.token,
      store,
      clock,
      systemClock: realClock,
      log,
      pace: { spread: 0 },
      issuesUrl: "https://example.org/issues/new",
      feedUrl,
      signal: stopping.signal,
      fatal: (why) => {
        throw why;
      },
    });
  let bot = await begin();
  try {
    await test({
      discord,
      clock,
      get bot() {
        return bot;
      },
      store,
      almanac: archive.almanac,
      guildId,
      channelId,
      admin,
      async at(instant) {
        clock.set(Date.parse(instant));
        await bot.delivery.tick();
        await bot.delivery.idle();
      },
      async restart() {
        await bot.stop();
        bot = await begin();
      },
      async setup(options) {
        const answer = await discord.interact.slash({ command: "setup", channelId, person: admin, options });
        return textOf(answer.message());
      },
    });
  } finally {
    stopping.abort(new Error("the test is over"));
    await bot.stop();
    await store.close();
    await discord.close();
  }
}

/** All text of a message, a part a line. */
export function textOf(message: APIMessage | undefined): string {
  const lines: string[] = [];
  JSON.stringify(message ?? {}, (key, value: unknown) => {
    if (key === "content" && typeof value === "string" && value !== "") lines.push(value);
    return value;
  });
  return lines.join("\n");
}
