import { DateTime } from "luxon";
import type { Log } from "../log.ts";
import type { Clock, Instant } from "../ports.ts";
import type { MakeRequest } from "./breaker.ts";

/** Further apart than this, the machine's clock is wrong: Discord's are kept right, and every id bears their time. */
const TOLERANCE = 60_000;
/** Answers say the time in whole seconds, and take some to come: so much is no change. More is one only once two answers in a row say so. */
const BLUR = 15_000;
/** A request that took longer says nothing of the time, and so does one during which the clock was set. */
const SLOWEST = 30_000;
/** What an answer said is believed for so long, and no longer. */
const FRESH = 5 * 60_000;
const HOUR = 3_600_000;

/** The machine's clock, or Discord's where the machine's is off by more than a minute. */
export interface AgreedClock extends Clock {
  /** Discord has said within the last five minutes of the machine's clock what the time is, and nothing else since. */
  isFresh(): boolean;
  /** Milliseconds by which the machine's clock was ahead of Discord's at the last answer; undefined before the first. */
  ahead(): number | undefined;
  /** Requests made so tell the clock what Discord's shows, in every answer of the API itself. */
  watch(makeRequest: MakeRequest): MakeRequest;
}

/**
 * A clock that is wrong by hours would post on another day, and one set right later would hide from us when a request was made. So where the
 * machine's clock is off, posts and answers go by Discord's, and the log says so once an hour. No single answer moves it: whatever stands
 * between us and Discord can send one with a date of its own.
 */
export function createAgreedClock(machine: Clock, log: Pick<Log, "error" | "info">): AgreedClock {
  let offset = 0;
  let last: { readonly at: Instant; readonly ahead: number } | undefined;
  let doubted: number | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;

  function note(date: string | null, asked: Instant): void {
    const now = machine.now();
    const theirs = DateTime.fromHTTP(date ?? "").toMillis();
    if (!Number.isFinite(theirs) || now < asked || now - asked > SLOWEST) return;
    const ahead = Math.round(((asked + now) / 2 - theirs - 500) / 1_000) * 1_000;
    const isRight = Math.abs(ahead) <= TOLERANCE;
    const isSame = isRight ? offset === 0 : Math.abs(ahead - offset) <= BLUR;
    const isAgreed = isSame || (doubted !== undefined && Math.abs(ahead - doubted) <= BLUR);
    doubted = isAgreed ? undefined : ahead;
    if (!isAgreed) return;
    last = { at: now, ahead };
    if (!isSame) offset = isRight ? 0 : ahead;
    if (!isSame && isRight) log.info({}, "the machine's clock agrees with Discord's again");
    if (isRight || (now >= toldAt && now - toldAt < HOUR)) return;
    toldAt = now;
    log.error(
      { aheadSeconds: ahead / 1_000 },
      "the machine's clock is not Discord's by more than a minute: posts go by Discord's. Set it right, with NTP for good",
    );
  }

  return {
    now: () => machine.now() - offset,
    sleep: (milliseconds, signal) => machine.sleep(milliseconds, signal),
    isFresh: () =>
      doubted === undefined && last !== undefined && last.at <= machine.now() && machine.now() - last.at < FRESH,
    ahead: () => last?.ahead,
    watch: (makeRequest) => async (url, init) => {
      const asked = machine.now();
      const response = await makeRequest(url, init);
      if (isOfTheApi(response)) note(response.headers.get("Date"), asked);
      return response;
    },
  };
}

/** Pages and errors of what stands before the API (its edge, a proxy, the sign-in of a network) bear dates of their own. */
function isOfTheApi({ status, headers }: Awaited<ReturnType<MakeRequest>>): boolean {
  return status < 500 && (headers.get("Content-Type")?.startsWith("application/json") ?? false);
}
