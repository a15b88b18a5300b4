import type { Instant } from "../ports.ts";

/** What is likely to be refused goes out at most so far apart on average, in milliseconds: 600 in ten minutes, of the 1,000 at which everything stops. */
const APART = 1_000;
/** So many may go at once where none went lately. */
const AT_ONCE = 9;

/** What those that have refused may be asked, all together, so that they never take what the others need. */
export interface Budget {
  /** The earliest instant from which there is one more. */
  from(): Instant;
  spend(at: Instant): void;
  /** As if nothing had been spent: the clock went back. */
  renew(): void;
}

export function createBudget(): Budget {
  let spentUntil = Number.NEGATIVE_INFINITY;
  return {
    from: () => spentUntil - (AT_ONCE - 1) * APART,
    spend(at) {
      spentUntil = Math.max(spentUntil, at) + APART;
    },
    renew() {
      spentUntil = Number.NEGATIVE_INFINITY;
    },
  };
}
