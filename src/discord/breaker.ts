import { DefaultRestOptions, type RESTOptions } from "@discordjs/rest";
import type { Log } from "../log.ts";
import type { Clock, Instant } from "../ports.ts";
import { retryAfterOf } from "./retry-after.ts";

export type MakeRequest = RESTOptions["makeRequest"];

/** What stands before every request. */
export interface Breaker {
  readonly makeRequest: MakeRequest;
  /** The pause that is running. */
  pause(): { readonly since: Instant; readonly until: Instant } | undefined;
}

/** Not Discord's API answered, but its edge: nothing was carried out, and all requests pause that many milliseconds. */
export class TurnedAway extends Error {
  readonly retryAfter: number;

  constructor(status: number, retryAfter: number) {
    super(`Discord's edge answered ${status}: all requests pause for ${Math.ceil(retryAfter / 1_000)} s`);
    this.name = "TurnedAway";
    this.retryAfter = retryAfter;
  }
}

/** Nothing was sent: the pause after TurnedAway is not over. */
export class BreakerOpen extends Error {
  readonly until: Instant;

  constructor(until: Instant) {
    super("Discord's edge has turned this machine away: no request is sent for now");
    this.name = "BreakerOpen";
    this.until = until;
  }
}

const SHORTEST = 60_000;
const LONGEST = 3_600_000;

/**
 * Stands before every request of the process. A 429 or 403 that is not JSON comes from Discord's edge (Cloudflare) and
 * concerns the machine, not the route; a 429 without Retry-After was seen with address bans. The library would wait
 * for one route and go on with all others, or send again at once; each of those counts towards the ban of 10,000
 * invalid requests in ten minutes. So all requests stop, for Retry-After or a minute, twice as long each time in a row.
 */
export function createBreaker(
  clock: Clock,
  log: Log,
  makeRequest: MakeRequest = DefaultRestOptions.makeRequest,
): Breaker {
  let pause = { since: 0, until: 0 };
  let inARow = 0;
  let opened = 0;

  /** Of those under way together one alone counts: they tell of the same trouble. */
  function open(retryAfter: number, isNew: boolean): number {
    const now = clock.now();
    const least = Math.max(retryAfter, SHORTEST * 2 ** inARow);
    const length = isNew ? Math.min(least, LONGEST) : Math.min(Math.max(retryAfter, pause.until - now), LONGEST);
    pause = { since: now, until: now + length };
    if (isNew) {
      inARow += 1;
      opened += 1;
    }
    return length;
  }

  function running(): typeof pause | undefined {
    const now = clock.now();
    // the clock was set back: the pause is as long as it was to be, from now on
    if (now < pause.since) pause = { since: now, until: now + pause.until - pause.since };
    return now < pause.until ? pause : undefined;
  }

  const request: MakeRequest = async (url, init) => {
    const pausing = running();
    if (pausing) throw new BreakerOpen(pausing.until);
    const before = opened;
    const response = await makeRequest(url, init);
    const retryAfter = retryAfterOf(response.headers.get("Retry-After"), clock.now()) ?? 0;
    const json = response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
    const turnedAway = response.status === 429 ? !json || retryAfter === 0 : response.status === 403 && !json;
    if (!turnedAway) {
      if (before === opened) inARow = 0;
      return response;
    }
    const isNew = before === opened;
    const length = open(retryAfter, isNew);
    await response.arrayBuffer().catch(() => undefined); // an unread body would hold its socket
    const refusal = new TurnedAway(response.status, length);
    if (isNew) log.error({ url, asked: response.headers.get("Retry-After") }, refusal.message);
    throw refusal;
  };
  return { makeRequest: request, pause: running };
}
