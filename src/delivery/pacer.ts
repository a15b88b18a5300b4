import type { Clock, Instant } from "../ports.ts";
import { createCaution, type Ending, type Prospect } from "./caution.ts";

/** Requests a second that Discord allows a bot over everything (topics/rate-limits). */
const DISCORDS_LIMIT = 50;
/** No claim waits longer than this for its turn. */
const PATIENCE = 20_000;

/** Nothing goes to anybody for a while; why, in words for whoever runs the bot. */
export interface Pause {
  readonly since: Instant;
  readonly until: Instant;
  readonly why: string;
}

/** The request was not made; there is no sense in trying before that instant. */
export class NotNow extends Error {
  override readonly name = "NotNow";
  readonly until: Instant;

  constructor(until: Instant) {
    super("everything pauses");
    this.until = until;
  }
}

export interface Pacer {
  /**
   * Resolves when the next request may go, first come, first served. Rejects with NotNow where that is long hence (a pause):
   * what is claimed must not be kept so long. Rejects with NotNow too when the signal says stop. Whoever got their turn says when it has ended,
   * and what was thought of it.
   */
  turn(signal: AbortSignal, prospect: Prospect): Promise<void>;
  /** The request of a turn has ended. */
  ended(how: Ending, prospect: Prospect): void;
  /** Until when everything pauses; an instant in the past where nothing does. */
  pausedUntil(): Instant;
  /** The pause that is running, from the first of those that followed each other without a gap. */
  paused(): Pause | undefined;
  /** Nothing goes for so many milliseconds from now, and why. A longer pause that is running stays. */
  pause(milliseconds: number, why: string): void;
}

/** While requests wait in line, a moment of at most so many milliseconds in which the process was busy elsewhere is made up for. */
const MOST_MADE_UP = 200;

/**
 * At most so many requests a second, evenly spaced, over all that posting asks of Discord. While requests wait in line, a short
 * moment in which the process was busy elsewhere is made up for, only as far as no second can hold more than Discord
 * allows; a longer one, and time in which nobody waited, is not. Fewer where Discord refuses (caution.ts).
 */
export function createPacer(clock: Clock, perSecond: number): Pacer {
  const interval = 1_000 / perSecond;
  const slack =
    perSecond < DISCORDS_LIMIT ? Math.min(MOST_MADE_UP, 0.8 * (DISCORDS_LIMIT - perSecond) * interval) : interval;
  let waiting = 0;
  let queue: Promise<void> = Promise.resolve();
  let last: Instant = Number.NEGATIVE_INFINITY;
  const pauses = createPauses(clock);
  const caution = createCaution(clock);
  let oneEnds = new AbortController();

  /** The earliest instant for the next request. A request noted at an instant still to come is void. */
  function earliest(now: Instant): Instant {
    if (last > now + interval) last = now;
    return Math.max(last + interval, pauses.end(now), caution.earliest(now));
  }

  async function wait(signal: AbortSignal, prospect: Prospect): Promise<void> {
    for (;;) {
      const now = clock.now();
      const at = earliest(now);
      if (signal.aborted) throw new NotNow(now);
      if (at - now > PATIENCE) throw new NotNow(at);
      const room = caution.room(now, prospect);
      if (at > now) await rest(at - now, signal);
      else if (room > now) await rest(Math.min(room - now, PATIENCE), AbortSignal.any([signal, oneEnds.signal]));
      else {
        last = Math.max(at, now - slack);
        return caution.begun(prospect);
      }
    }
  }

  /** So long, or until the signal says otherwise: the next look sees to what. */
  async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
    await clock.sleep(milliseconds, signal).catch(() => undefined);
  }

  return {
    turn(signal, prospect) {
      if (waiting === 0) last = Math.max(last, clock.now() - interval);
      waiting += 1;
      const turn = queue
        .then(() => wait(signal, prospect))
        .finally(() => {
          waiting -= 1;
        });
      queue = turn.catch(() => undefined);
      return turn;
    },
    ended(how, prospect) {
      caution.ended(how, prospect);
      oneEnds.abort();
      oneEnds = new AbortController();
    },
    pausedUntil: () => pauses.end(clock.now()),
    paused: () => pauses.running(),
    pause: (milliseconds, why) => pauses.begin(milliseconds, why),
  };
}

/** The pause that is running, and those without a gap before it. */
function createPauses(clock: Clock) {
  let last = { since: 0, until: 0, begun: 0, why: "" };

  /** One noted at an instant still to come (the clock went back) begins now. */
  function end(now: Instant): Instant {
    if (last.since > now) last = { ...last, since: now, until: now + last.until - last.since, begun: now };
    return last.until;
  }

  return {
    end,
    running(): Pause | undefined {
      const now = clock.now();
      return end(now) > now ? { since: last.begun, until: last.until, why: last.why } : undefined;
    },
    begin(milliseconds: number, why: string): void {
      const now = clock.now();
      const before = end(now);
      if (now + milliseconds > before)
        last = { since: now, until: now + milliseconds, begun: before > now ? last.begun : now, why };
    },
  };
}
