import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./ports.ts";

/** The system's clock: the only place of the program that reads it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal ? { signal } : {}),
};

/** Milliseconds since this process was started. */
export function uptime(): number {
  return performance.now();
}
