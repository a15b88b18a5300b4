import type { Log } from "../log.ts";
import type { Clock, Instant } from "../ports.ts";

/** A job that runs once at a time: asked for while it runs, it runs once more after that. */
export interface Job {
  run(): void;
  /** Resolves once it neither runs nor is to run again. */
  idle(): Promise<void>;
}

/** What is wrong just now, in the words of the errors, each with the jobs that it keeps from their work. */
export type Faults = Map<string, Set<string>>;

/**
 * What the job throws is logged in one line, once for all jobs that share the faults until they succeed again: the next run
 * starts from the database anyway.
 */
export function createJob(
  name: string,
  work: () => Promise<void>,
  { log, signal, faults }: { readonly log: Log; readonly signal: AbortSignal; readonly faults: Faults },
): Job {
  let running: Promise<void> | undefined;
  let again = false;

  function mended(): void {
    for (const [fault, jobs] of faults)
      if (jobs.delete(name) && jobs.size === 0 && faults.delete(fault))
        log.info({ job: name, fault }, "what was wrong is over: the work goes on");
  }

  async function loop(): Promise<void> {
    do {
      again = false;
      try {
        await work();
        mended();
      } catch (error) {
        if (signal.aborted) return;
        const fault = error instanceof Error ? error.message : String(error);
        const known = faults.get(fault) ?? new Set();
        if (known.size === 0)
          log.error({ err: error, job: name }, `${name} broke off and starts again within a minute`);
        faults.set(fault, known.add(name));
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
