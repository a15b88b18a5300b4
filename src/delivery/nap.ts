import type { Clock } from "../ports.ts";

/** Sleep from which one can be woken. */
export interface Nap {
  /** Resolves after so many milliseconds, or once somebody rouses. Rejects with the signal's reason. */
  take(milliseconds: number): Promise<void>;
  /** Whoever sleeps wakes: the clock may have been set, or somebody be due before those who wait. */
  rouse(): void;
}

export function createNap(clock: Clock, signal: AbortSignal): Nap {
  let alarm = new AbortController();
  return {
    async take(milliseconds) {
      const any = AbortSignal.any([signal, alarm.signal]);
      await clock.sleep(milliseconds, any).catch(() => signal.throwIfAborted());
    },
    rouse() {
      alarm.abort();
      alarm = new AbortController();
    },
  };
}
