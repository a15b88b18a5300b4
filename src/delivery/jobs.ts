import type { Clock, Instant } from "../ports.ts";
import type { Troubles } from "./troubles.ts";

/** The name of the job that looks who is due. */
export const LOOKING = "the round";

/** A job that runs once at a time: asked for while it runs, it runs once more after that. */
export interface Job {
  run(): void;
  /** Resolves once it neither runs nor is to run again. */
  idle(): Promise<void>;
}

/**
 * What the job throws is logged in one line, once for all who share the troubles until they succeed again: the next run
 * starts from the database anyway.
 */
export function createJob(
  name: string,
  work: () => Promise<void>,
  { signal, troubles }: { readonly signal: AbortSignal; readonly troubles: Troubles },
): Job {
  let running: Promise<void> | undefined;
  let again = false;

  async function loop(): Promise<void> {
    do {
      again = false;
      try {
        await work();
        troubles.over(name);
      } catch (error) {
        if (signal.aborted) return;
        troubles.arose(name, error, `${name} broke off and starts again within a minute`);
      }
    } while (again && !signal.aborted);
  }

  return {
    run() {
      again = true;
      running ??= loop().finally(() => {
        running = undefined;
      });
    },
    idle: () => running ?? Promise.resolve(),
  };
}

/** The round looks once a minute anyway, so what is further off needs no alarm. */
const FURTHEST = 60_000;

/** Rings once at the earliest of the instants it was set to; one more than a minute off is left to the round. */
export function createAlarm(clock: Clock, ring: () => void, signal: AbortSignal): (at: Instant) => void {
  let set = Number.POSITIVE_INFINITY;
  return (at) => {
    if (at >= set || at - clock.now() > FURTHEST) return;
    set = at;
    void clock
      .sleep(Math.max(at - clock.now(), 0), signal)
      .then(() => {
        if (set === at) set = Number.POSITIVE_INFINITY;
        return ring();
      })
      .catch(() => undefined); // delivery stops
  };
}
