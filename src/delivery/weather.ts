import type { Log } from "../log.ts";
import type { Answer, Clock, Instant, Snowflake } from "../ports.ts";
import { describeAnswer, remedyOf } from "./failures.ts";
import type { Pacer } from "./pacer.ts";

/** After failures in so many servers in a row that are Discord's or the network's, everything waits: 5 s, 10 s ... a minute. */
const SERVERS_IN_A_ROW = 5;
const SHORTEST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;
/** What has failed is tried again within ten minutes and a quarter of them, after a pause: longer without trouble, nobody knows any more. */
const FRESH = 15 * 60_000;

/** Watches the answers to all posts for what no single one shows: Discord away, or its edge. */
export interface Weather {
  /** Notes an answer about something of a server's, and pauses everything where it says so. One server alone tells nothing of the others. */
  note(answer: Answer<unknown>, guildId: Snowflake): void;
  /** A message was taken. That something was only read says nothing: Discord may answer that and take no posts. */
  taken(): void;
  /** Since when Discord takes posts of nobody; undefined while it does, or where a quarter of an hour has gone without trouble. */
  awaySince(): Instant | undefined;
}

export function createWeather(clock: Clock, pacer: Pacer, log: Pick<Log, "warn" | "info">): Weather {
  const troubled = new Set<Snowflake>();
  let pauses = 0;
  let since: Instant | undefined;
  let lastTrouble: Instant = 0;

  function forget(): void {
    troubled.clear();
    pauses = 0;
    since = undefined;
  }

  function isFresh(): boolean {
    return Math.abs(clock.now() - lastTrouble) < FRESH;
  }

  function noteTrouble(answer: Exclude<Answer<unknown>, { outcome: "done" }>, guildId: Snowflake): void {
    const remedy = remedyOf(answer);
    if (remedy.do === "pause") pacer.pause(remedy.atLeast, describeAnswer(answer));
    if (answer.outcome === "limited" || (answer.outcome === "refused" && answer.status < 500)) return;
    if (!isFresh()) forget();
    lastTrouble = clock.now();
    troubled.add(guildId);
    if (troubled.size < SERVERS_IN_A_ROW) return;
    pacer.pause(Math.min(SHORTEST_PAUSE * 2 ** Math.min(pauses, 10), LONGEST_PAUSE), describeAnswer(answer));
    pauses += 1;
    since ??= clock.now();
    if (pauses === 1)
      log.warn({ last: describeAnswer(answer) }, "Discord does not take posts: they wait, and go out once it does");
  }

  return {
    note(answer, guildId) {
      if (answer.outcome !== "done") noteTrouble(answer, guildId);
    },
    taken() {
      if (pauses > 0) log.info({}, "Discord takes posts again");
      forget();
    },
    awaySince: () => (isFresh() ? since : undefined),
  };
}
