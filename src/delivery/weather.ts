import type { Log } from "../log.ts";
import type { Answer, Clock, Instant, Snowflake } from "../ports.ts";
import { countsAsInvalid, describeAnswer, remedyOf } from "./failures.ts";
import type { Pacer } from "./pacer.ts";

/** After so many failures in a row that are Discord's or the network's, everything waits: 5 s, 10 s ... a minute. */
const FAILURES_IN_A_ROW = 5;
const SHORTEST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;

/**
 * So many servers refusing within a minute for the first time, and such a share of all answers, is Discord's trouble and not
 * theirs; so are a few where nobody else was answered at all, unless they were waited for before.
 */
const MINUTE = 60_000;
const MASS = 20;
const MASS_SHARE = 0.25;
const FEW = 5;
const FEW_WAITS = 3;
export const INCIDENT_PAUSE = 10 * MINUTE;

/** Watches the answers to all posts for what no single one shows: Discord away, Discord refusing everybody. */
export interface Weather {
  /** Notes an answer, and pauses everything where it says so. */
  note(answer: Answer<unknown>): void;
  /** A server's channel took a post, or refused it. True where so many refuse that it is an incident: disable nobody. */
  refused(guildId: Snowflake, attempts: number): boolean;
  accepted(): void;
}

export function createWeather(clock: Clock, pacer: Pacer, log: Pick<Log, "warn" | "info">): Weather {
  let inARow = 0;
  let posts: { readonly at: Instant; readonly refusedBy?: Snowflake }[] = [];
  let incidentUntil = 0;

  function recent(): typeof posts {
    const now = clock.now();
    posts = posts.filter(({ at }) => at > now - MINUTE && at <= now);
    return posts;
  }

  function noteTrouble(answer: Exclude<Answer<unknown>, { outcome: "done" }>): void {
    const remedy = remedyOf(answer);
    if (remedy.do === "pause") pacer.pause(remedy.atLeast);
    if (answer.outcome === "limited" || (answer.outcome === "refused" && answer.status < 500)) return;
    inARow += 1;
    if (inARow < FAILURES_IN_A_ROW) return;
    const wait = Math.min(SHORTEST_PAUSE * 2 ** Math.min(inARow - FAILURES_IN_A_ROW, 10), LONGEST_PAUSE);
    pacer.pause(wait);
    if (inARow === FAILURES_IN_A_ROW)
      log.warn({ last: describeAnswer(answer) }, "Discord does not take posts: they wait, and go out once it does");
  }

  return {
    note(answer) {
      if (countsAsInvalid(answer)) pacer.invalid();
      if (answer.outcome !== "done") return noteTrouble(answer);
      if (inARow >= FAILURES_IN_A_ROW) log.info({}, "Discord takes posts again");
      inARow = 0;
    },
    refused(guildId, attempts) {
      const now = clock.now();
      recent().push({ at: now, refusedBy: guildId });
      const refusals = new Set(posts.flatMap(({ refusedBy }) => (refusedBy === undefined ? [] : [refusedBy])));
      if (now < incidentUntil && incidentUntil - now <= INCIDENT_PAUSE) return true;
      const mass = refusals.size >= MASS && refusals.size >= posts.length * MASS_SHARE;
      const few =
        refusals.size >= FEW && posts.every(({ refusedBy }) => refusedBy !== undefined) && attempts <= FEW_WAITS;
      if (!mass && !few) return false;
      incidentUntil = now + INCIDENT_PAUSE;
      pacer.pause(INCIDENT_PAUSE);
      log.warn(
        { servers: refusals.size },
        "so many servers refuse at once that it must be Discord: ten minutes' pause",
      );
      return true;
    },
    accepted() {
      recent().push({ at: clock.now() });
    },
  };
}
