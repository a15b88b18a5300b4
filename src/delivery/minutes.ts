import type { Clock } from "../ports.ts";

const MINUTE = 60_000;

/**
 * Does it now and in each of the clock's minutes from then on, one after the other, until the signal: at once where a minute began while the process stood still
 * or was busy, and once for all the minutes that a clock set forward has left out. Rejects with what is thrown.
 */
export async function eachMinute(clock: Clock, act: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const begun = clock.now();
    await act();
    const next = begun - (begun % MINUTE) + MINUTE;
    const wait = Math.min(Math.max(next - clock.now(), 0), MINUTE); // a clock set back is no reason to wait for longer
    await clock.sleep(wait, signal).catch(() => undefined); // stopped
  }
}
