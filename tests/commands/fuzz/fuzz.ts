import { pino } from "pino";
import { commands } from "../../../commands/index.ts";
import { createRouter } from "../../../src/discord/router.ts";
import { openStore } from "../../../src/store/open.ts";
import { openArchive } from "../../../src/wiring/archive.ts";
import { createNeeds } from "../../../src/wiring/needs.ts";
import { realClock } from "../../discord/fixture.ts";
import { silentLog } from "../../support/log.ts";
import type { Seen } from "./custom-ids.ts";
import { madeUpFiles } from "./files.ts";
import { APPLICATION_ID, hostileInteraction } from "./interactions.ts";
import { customIdsIn, faultOf, laterFaultOf } from "./judge.ts";
import { DIRECT_MESSAGES, NO_FORUM, NO_POSTING, STILL_THERE } from "./no-posting.ts";
import { randomFrom } from "./random.ts";

/** So many milliseconds of the processor an answer may take: Discord waits three seconds, and others wait meanwhile. */
const IN_TIME = 1_000;
/** So many components of the last answers are tampered with. */
export const SEEN = 200;

/** What of all that was asked went wrong; empty is right. */
export interface Fuzzed {
  readonly answered: number;
  readonly faults: readonly string[];
}

/**
 * Sends so many hostile interactions through the real router on the real archive, in process; the same seed sends the same. The archive
 * is prepared, as it is a moment after the bot's start.
 */
export async function fuzz(count: number, seed: number): Promise<Fuzzed> {
  const logged: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => void logged.push(line) });
  const { almanac, catalogue, presets, places } = openArchive("data", ".attache/cache");
  // as the bot does at its start
  await almanac.prepare();
  await almanac.prepare();
  const store = await openStore(":memory:", realClock, silentLog);
  const clock = { ...realClock, now: () => Date.parse("2026-06-25T10:00Z") };
  const random = randomFrom(seed);
  const { files: attached, readFile } = madeUpFiles(random);
  const needs = createNeeds({
    almanac,
    catalogue,
    presets,
    places,
    store,
    clock: realClock,
    log,
    issuesUrl: "https://example.org/issues/new",
    posting: NO_POSTING,
    asked: { directMessages: DIRECT_MESSAGES, readFile, forumTags: NO_FORUM, channelUnseen: STILL_THERE },
  });
  const router = createRouter({ commands, needs, catalogue, clock, log, secret: "s" });
  const [first, ...rest] = router.definitions;
  if (first === undefined) throw new Error("no commands");
  const faults: string[] = [];
  const seen: Seen[] = [];
  for (let asked = 0; asked < count && faults.length < 10; asked++) {
    const interaction = hostileInteraction(random, {
      definitions: [first, ...rest],
      seen,
      applicationId: APPLICATION_ID,
      files: attached,
    });
    const start = process.cpuUsage();
    const { response, files, later } = await router.answer(interaction);
    const then = await later?.();
    const took = process.cpuUsage(start).user / 1_000;
    if (took > IN_TIME)
      faults.push(`an answer took ${took.toFixed(0)} ms: ${JSON.stringify(interaction).slice(0, 800)}`);
    const fault = logged.pop() ?? (then ? laterFaultOf(response, then) : faultOf(response, files));
    if (fault !== undefined) faults.push(`${fault}\n  asked: ${JSON.stringify(interaction).slice(0, 800)}`);
    seen.push(...customIdsIn(then ?? response).map((customId) => ({ customId, messageId: "600000000000000000" })));
    seen.splice(0, seen.length - SEEN);
  }
  await store.close();
  return { answered: count, faults };
}
