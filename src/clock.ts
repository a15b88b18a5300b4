import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./ports.ts";

/** Node.js takes a longer timer for one of a millisecond. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The system's clock: the only place of the program that reads it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    let left = milliseconds;
    for (; left > LONGEST_TIMER; left -= LONGEST_TIMER) await wait(LONGEST_TIMER, undefined, signal ? { signal } : {});
    await wait(left, undefined, signal ? { signal } : {});
  },
};

/** Milliseconds since this process was started. */
export function uptime(): number {
  return performance.now();
}
