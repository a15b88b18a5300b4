import type { Log } from "../log.ts";
import type { Clock, Instant } from "../ports.ts";

const HOUR = 3_600_000;

/** Tells the people who run the bot what they must look into: once an hour for the same words, however often it happens. */
export type Alert = (words: string, about: object) => void;

export function createAlerts(clock: Clock, log: Pick<Log, "error">): Alert {
  const told = new Map<string, Instant>();
  return (words, about) => {
    const now = clock.now();
    const last = told.get(words);
    if (last !== undefined && now >= last && now - last < HOUR) return;
    told.set(words, now);
    log.error(about, words);
  };
}
