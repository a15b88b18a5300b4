import type { Clock, Instant } from "../ports.ts";

const TEN_MINUTES = 600_000;
/** Discord bans an address at 10,000 refused requests in ten minutes: beyond a tenth of that we wait. */
const MOST_INVALID = 1_000;
/** While this many requests were refused within the last second, the next one waits. */
const INVALID_A_SECOND = 5;

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
   * what is claimed must not be kept so long. Rejects with NotNow too when the signal says stop.
   */
  turn(signal: AbortSignal): Promise<void>;
  /** Until when everything pauses; an instant in the past where nothing does. */
  pausedUntil(): Instant;
  /** The pause that is running, from the first of those that followed each other without a gap. */
  paused(): Pause | undefined;
  /** Nothing goes for so many milliseconds from now, and why. A longer pause that is running stays. */
  pause(milliseconds: number, why: string): void;
  /** A request was refused in a way that Discord counts. */
  invalid(): void;
}

/** While requests wait in line, a moment of at most so many milliseconds in which the process was busy elsewhere is made up for. */
const MOST_MADE_UP = 200;

/**
 * At most so many requests a second, evenly spaced, over all that posting asks of Discord. While requests wait in line, a short
 * moment in which the process was busy elsewhere is made up for, only as far as no second can hold more than Discord
 * allows; a longer one, and time in which nobody waited, is not.
 */
export function createPacer(clock: Clock, perSecond: number): Pacer {
  const interval = 1_000 / perSecond;
  const slack =
    perSecond < DISCORDS_LIMIT ? Math.min(MOST_MADE_UP, 0.8 * (DISCORDS_LIMIT - perSecond) * interval) : interval;
  let waiting = 0;
  let queue: Promise<void> = Promise.resolve();
  let last: Instant = Number.NEGATIVE_INFINITY;
  const pauses = createPauses(clock);
  const refusals = createRefusals();

  /** The earliest instant for the next request. A request noted at an instant still to come is void. */
  function earliest(now: Instant): Instant {
    if (last > now + interval) last = now;
    return Math.max(last + interval, pauses.end(now), refusals.earliest(now));
  }

  async function wait(signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = clock.now();
      const at = earliest(now);
      if (signal.aborted) throw new NotNow(now);
      if (at - now > PATIENCE) throw new NotNow(at);
      if (at <= now) {
        last = Math.max(at, now - slack);
        return;
      }
      await clock.sleep(at - now, signal).catch(() => undefined); // stopped: the next look at the signal says so
    }
  }

  return {
    turn(signal) {
      if (waiting === 0) last = Math.max(last, clock.now() - interval);
      waiting += 1;
      const turn = queue
        .then(() => wait(signal))
        .finally(() => {
          waiting -= 1;
        });
      queue = turn.catch(() => undefined);
      return turn;
    },
    pausedUntil: () => pauses.end(clock.now()),
    paused: () => pauses.running(),
    pause: (milliseconds, why) => pauses.begin(milliseconds, why),
    invalid: () => {
      refusals.note(clock.now());
    },
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

/** The refused requests that Discord counts, and when they allow the next one. */
function createRefusals() {
  let all: Instant[] = [];
  return {
    note: (at: Instant): void => {
      all.push(at);
    },
    earliest(now: Instant): Instant {
      all = all.filter((at) => at > now - TEN_MINUTES && at <= now);
      const inASecond = all.at(-INVALID_A_SECOND) ?? Number.NEGATIVE_INFINITY;
      const inTenMinutes = all.at(-MOST_INVALID - 1) ?? Number.NEGATIVE_INFINITY;
      return Math.max(inASecond + 1_000, inTenMinutes + TEN_MINUTES);
    },
  };
}
