import type { Instant } from "../ports.ts";
import { type Delivery, isLookedForAgain, LOOKED_FOR_AGAIN, type Settlement } from "./ledger.ts";
import type { Needs } from "./needs.ts";

const PAUSE = 5_000;

const WRITING = "writing down what became of posts";
const UNWRITTEN = "what became of a post cannot be written down: trying again until it can";

type Failed = Extract<Settlement, { state: "failed" }>;

/** To be tried again at that instant. */
export function failed(wakeAt: Instant, uncertainSince: Instant | undefined, detail: string): Failed {
  return { state: "failed", wakeAt, uncertainSince, detail };
}

/**
 * Writes a settlement, and goes on trying while the database cannot take it (disk full, locked): the post may be out, and
 * forgetting that would cost a look at the channel later. Rejects only with the signal's reason; then the row stays
 * claimed, and is cleared up after the restart.
 */
export async function settle(needs: Needs, delivery: Delivery, outcome: Settlement): Promise<undefined> {
  const settlement = remembering(delivery, outcome);
  const { store, clock, log, signal, troubles, unwritten, known, progress } = needs;
  for (;;) {
    try {
      const ours = await store.ledger.settle(delivery, settlement, clock.now());
      if (unwritten.delete(delivery.key) && unwritten.size === 0) troubles.over(WRITING);
      if (settlement.state !== "failed" && settlement.state !== "rejected") known.delete(delivery.key);
      if (settlement.state === "sent") progress.sent();
      if (ours && settlement.state === "failed") needs.wake(settlement.wakeAt);
      if (!ours) log.warn({ delivery: delivery.key }, "another process took this delivery over meanwhile");
      return undefined;
    } catch (error) {
      if (error instanceof RangeError) throw error; // no later try would be taken either
      signal.throwIfAborted();
      troubles.arose(WRITING, error, UNWRITTEN, { delivery: delivery.key });
      unwritten.add(delivery.key);
      await clock.sleep(PAUSE, signal);
    }
  }
}

/** Put off, one that is looked for once more still is: its admins have been told. */
function remembering(delivery: Delivery, settlement: Settlement): Settlement {
  return settlement.state === "failed" && isLookedForAgain(delivery)
    ? { ...settlement, detail: `${LOOKED_FOR_AGAIN}; last: ${settlement.detail}` }
    : settlement;
}
