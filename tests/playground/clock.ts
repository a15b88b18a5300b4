import type { Clock, Instant } from "../../src/ports.ts";

interface Sleeper {
  readonly until: Instant;
  readonly wake: () => void;
}

/** A clock that stands still until a test moves it. */
export class HandClock implements Clock {
  #now: Instant;
  readonly #sleepers = new Set<Sleeper>();

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): Instant {
    return this.#now;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sleeper = { until: this.#now + milliseconds, wake: resolve };
    this.#sleepers.add(sleeper);
    signal?.addEventListener("abort", () => {
      this.#sleepers.delete(sleeper);
      reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    });
    return promise;
  }

  /** Moves the clock forward and wakes who is due. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const sleeper of this.#sleepers) {
      if (sleeper.until > this.#now) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
  }
}
