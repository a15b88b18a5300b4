import type { Clock } from "../../src/ports.ts";

/**
 * A clock that stands until it is set; whoever sleeps wakes when it passes their instant. Set back, it has been put right: as with a timer of
 * the system, whoever sleeps has as long to wait as before.
 */
export class FakeClock implements Clock {
  #now: number;
  #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  constructor(now: number | string) {
    this.#now = typeof now === "number" ? now : Date.parse(now);
  }

  now(): number {
    return this.#now;
  }

  set(now: number | string): void {
    const before = this.#now;
    this.#now = typeof now === "number" ? now : Date.parse(now);
    const back = Math.max(0, before - this.#now);
    this.#sleepers = this.#sleepers.map((sleeper) => ({ ...sleeper, at: sleeper.at - back }));
    const due = this.#sleepers.filter((sleeper) => sleeper.at <= this.#now).sort((a, b) => a.at - b.at);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.at > this.#now);
    for (const sleeper of due) sleeper.wake();
  }

  advance(milliseconds: number): void {
    this.set(this.#now + milliseconds);
  }

  /** The earliest instant that somebody waits for. */
  nextWake(): number | undefined {
    return this.#sleepers.length === 0 ? undefined : Math.min(...this.#sleepers.map((sleeper) => sleeper.at));
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (milliseconds <= 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const wake = () => resolve();
      this.#sleepers.push({ at: this.#now + milliseconds, wake });
      signal?.addEventListener("abort", () => {
        this.#sleepers = this.#sleepers.filter((other) => other.wake !== wake);
        reject(signal.reason as Error);
      });
    });
  }
}
