import { systemClock, uptime } from "./clock.ts";
import { type Config, readConfig } from "./config.ts";
import { EXIT, Fatal } from "./fatal.ts";
import { startFeeds } from "./http/feed.ts";
import { startHealth } from "./http/health.ts";
import { createLog, type Log, type LogLevel, scrub } from "./log.ts";
import { StoreError } from "./store/errors.ts";
import { openStore } from "./store/open.ts";
import { openArchive } from "./wiring/archive.ts";
import { type Bot, startBot } from "./wiring/bot.ts";
import { createFeedSource } from "./wiring/feeds.ts";
import { beginPlayground, openPlayground } from "./wiring/playground.ts";

/** So long the parts have to finish what is under way before the process ends all the same. */
const GOODBYE = 10_000;

/** What is to be stopped, newest first. */
const running: (() => Promise<unknown> | void)[] = [];
const stopping = new AbortController();
/** Once the bot has one. */
let botsLog: Log | undefined;
/** What no output may hold. */
const secrets: string[] = [];

/** Stops all parts, newest first, and ends the process; only the first call counts. */
async function end(exitCode: number): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort(new Error("Attaché stops"));
  setTimeout(() => process.exit(exitCode || EXIT.retry), GOODBYE).unref();
  for (const stop of running.toReversed()) await Promise.resolve(stop()).catch(report);
  if (exitCode === 0) botsLog?.info("stopped");
  process.exit(exitCode);
}

/** Says to the operator why the process ends, whatever the log's level: to a person at a terminal as text, else as a line of the log. */
function report(error: unknown): void {
  const known = error instanceof Fatal || error instanceof StoreError;
  if (process.stderr.isTTY) {
    const text = known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${scrub(text, secrets)}\n`);
    return;
  }
  const lastWords = createLog({ level: "fatal", clock: systemClock, secrets });
  if (known) lastWords.fatal(error.message);
  else lastWords.fatal({ err: error }, "Attaché cannot go on: this is a fault of its own");
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Fatal) return error.exitCode;
  return error instanceof StoreError && !error.passes ? EXIT.mend : EXIT.retry;
}

function fail(error: unknown): void {
  if (stopping.signal.aborted) return;
  report(error);
  void end(exitCodeOf(error));
}

function openLog(config: Config, level: LogLevel): Log {
  return createLog({ level: config.logLevel ?? level, clock: systemClock, secrets });
}

/** Answers health from before the bot is connected until the process ends. */
async function serveHealth({ health }: Config, log: Log, bot: () => Bot | undefined): Promise<void> {
  if (health === undefined) return;
  const { url, close } = await startHealth(
    health,
    systemClock,
    () => bot()?.watched() ?? { shards: [], posting: undefined, alarms: [], clockAhead: undefined },
  );
  running.push(close);
  log.info({ health: url }, "health is answered");
}

/** The bot on Discord, or wherever DISCORD_API_URL leads. */
async function runBot(config: Config, token: string): Promise<void> {
  const log = openLog(config, "info");
  botsLog = log;
  const { almanac, catalogue, presets, places } = openArchive(config.dataDirectory, config.cacheDirectory);
  const store = await openStore(config.databasePath, systemClock, log, fail);
  running.push(() => store.close());
  let bot: Bot | undefined;
  await serveHealth(config, log, () => bot);
  if (config.feed !== undefined) {
    const { url, close } = await startFeeds(config.feed, createFeedSource(almanac, catalogue), systemClock);
    running.push(close);
    log.info({ feeds: url }, "calendar feeds are served");
  }
  bot = await startBot({
    api: config.discordApiUrl,
    token,
    almanac,
    catalogue,
    presets,
    places,
    store,
    clock: systemClock,
    systemClock,
    log,
    pace: { pace: config.postingPace },
    issuesUrl: config.issuesUrl,
    feedUrl: config.feed?.url,
    signal: stopping.signal,
    fatal: fail,
  });
  running.push(bot.stop);
  log.info({ events: almanac.size, zoneData: process.versions["tz"], seconds: uptime() / 1_000 }, "ready");
}

/** The same bot, with the stand-in for Discord on this machine; nothing is kept. */
async function runPlayground(config: Config): Promise<void> {
  const log = openLog(config, "warn");
  if (config.feed !== undefined)
    log.warn("FEED_URL is set, but the playground serves no calendar feeds: /calendar gives files only");
  const playground = await openPlayground(config.playgroundPort, systemClock);
  running.push(() => playground.close());
  const { almanac, catalogue, presets, places } = openArchive(config.dataDirectory, config.cacheDirectory);
  const store = await openStore(":memory:", playground.clock, log);
  running.push(() => store.close());
  const bot = await startBot({
    api: playground.apiUrl,
    token: playground.token,
    almanac,
    catalogue,
    presets,
    places,
    store,
    clock: playground.clock,
    systemClock,
    log,
    pace: { pace: config.postingPace, spread: 0 },
    issuesUrl: config.issuesUrl,
    signal: stopping.signal,
    fatal: fail,
  });
  running.push(bot.stop);
  await beginPlayground(playground, store, () => void bot.delivery.tick().catch(fail));
  const facts = almanac.size.toLocaleString("en-GB");
  process.stdout.write(
    `Attaché's playground: ${playground.pageUrl} (${facts} facts, ready in ${(uptime() / 1_000).toFixed(1)} s). ` +
      "Ctrl+C stops it; DISCORD_TOKEN in .env takes it to Discord.\n",
  );
}

async function main(): Promise<void> {
  const configured = readConfig();
  if (!configured.ok)
    throw new Fatal(
      `Attaché cannot start with these settings (see .env.example):\n${configured.faults.map((fault) => `- ${fault}`).join("\n")}`,
      EXIT.mend,
    );
  const { config } = configured;
  if (config.discordToken !== undefined) secrets.push(config.discordToken);
  await (config.discordToken === undefined ? runPlayground(config) : runBot(config, config.discordToken));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
// a process half alive would post for some and not for others: the supervisor starts it again, the ledger knows what was sent
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
await main().catch(fail);
