import { createHash } from "node:crypto";
import type { DeliveryKey } from "./ledger.ts";

const FIRST = 5_000;
const LONGEST = 10 * 60_000;

/**
 * How long to wait before the next attempt, in milliseconds: 5 s, 10 s, 20 s ... up to 10 minutes, each up to a quarter
 * longer. The jitter comes from the row, so that rows that failed together do not come back together, and a test
 * knows it. The first three fit into the time in which Discord remembers a nonce.
 */
export function backoff(key: DeliveryKey, attempts: number): number {
  const base = Math.min(FIRST * 2 ** Math.min(attempts - 1, 20), LONGEST);
  const fraction = createHash("sha256").update(`${key}|${attempts}`).digest().readUInt32BE(0) / 2 ** 32;
  return Math.round(base * (1 + fraction / 4));
}
