import { DateTime } from "luxon";
import type { Clock, Instant } from "../ports.ts";

/** The system's clock moved to another day: it runs at the same pace, and the playground's page can set it. */
export class MovedClock implements Clock {
  readonly #base: Clock;
  readonly #listeners = new Set<() => void>();
  #offset = 0;

  constructor(base: Clock) {
    this.#base = base;
  }

  now(): Instant {
    return this.#base.now() + this.#offset;
  }

  /** What the time would be had nobody moved this clock. */
  unmoved(): Instant {
    return this.#base.now();
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return this.#base.sleep(milliseconds, signal);
  }

  /** Sets the clock and tells nobody. */
  move(instant: Instant): void {
    this.#offset = instant - this.#base.now();
  }

  set(instant: Instant): void {
    this.move(instant);
    for (const listener of this.#listeners) listener();
  }

  /** Calls back whenever the clock is set, until the returned function is called. */
  onSet(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The instant of a wall clock (HH:mm) on a local date (YYYY-MM-DD); undefined when there is no such date. */
export function wallClock(date: string, time: string, zone: string): Instant | undefined {
  const local = DateTime.fromISO(`${date}T${time}`, { zone });
  return local.isValid ? local.toMillis() : undefined;
}

/** The local date (YYYY-MM-DD) of an instant. */
export function localDate(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toISODate() ?? "";
}
