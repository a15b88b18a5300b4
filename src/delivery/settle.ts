import type { Instant } from "../ports.ts";
import { type Delivery, isLookedForAgain, LOOKED_FOR_AGAIN, type Settlement } from "./ledger.ts";
import type { Needs } from "./needs.ts";
import { persist } from "./persist.ts";

type Failed = Extract<Settlement, { state: "failed" }>;

/** To be tried again at that instant. */
export function failed(wakeAt: Instant, uncertainSince: Instant | undefined, detail: string): Failed {
  return { state: "failed", wakeAt, uncertainSince, detail };
}

/** Settles a row, with the patience of persist: otherwise it stays claimed, and is cleared up after the restart. */
export async function settle(needs: Needs, delivery: Delivery, outcome: Settlement): Promise<undefined> {
  const settlement = remembering(delivery, outcome);
  const { store, clock, log, known, progress } = needs;
  const ours = await persist(needs, delivery.key, () => store.ledger.settle(delivery, settlement, clock.now()));
  if (settlement.state !== "failed" && settlement.state !== "rejected") known.delete(delivery.key);
  if (settlement.state === "sent") progress.sent();
  if (ours && settlement.state === "failed") needs.wake(settlement.wakeAt);
  // what is no more was taken over by nobody
  if (
    !ours &&
    (await persist(needs, delivery.key, () => store.subscriptions.find(delivery.subscriptionId))) !== undefined
  )
    log.warn({ delivery: delivery.key }, "another process took this delivery over meanwhile");
}

/** Put off, one that is looked for once more still is: its admins have been told. */
function remembering(delivery: Delivery, settlement: Settlement): Settlement {
  return settlement.state === "failed" && isLookedForAgain(delivery)
    ? { ...settlement, detail: `${LOOKED_FOR_AGAIN}; last: ${settlement.detail}` }
    : settlement;
}
