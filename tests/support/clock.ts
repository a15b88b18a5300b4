import type { Clock } from "../../src/ports.ts";

/** A clock that stands until it is set; whoever sleeps wakes when it passes their instant. */
export class FakeClock implements Clock {
  #now: number;
  #sleepers: { readonly at: number; wake(): void }[] = [];

  constructor(now: number | string) {
    this.#now = typeof now === "number" ? now : Date.parse(now);
  }

  now(): number {
    return this.#now;
  }

  set(now: number | string): void {
    this.#now = typeof now === "number" ? now : Date.parse(now);
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
      const sleeper = { at: this.#now + milliseconds, wake: () => resolve() };
      this.#sleepers.push(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal.reason as Error);
      });
    });
  }
}
