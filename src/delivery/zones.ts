import { inLog } from "./in-log.ts";
import type { Needs } from "./needs.ts";
import { UNFIT } from "./subscription.ts";
import { tell } from "./tell.ts";

/**
 * Who lives in a zone that this Node.js does not know (an older one, with older zone data) gets nothing, at whatever hour: it is
 * suspended, and the admins are told to choose another. Once the zone is known again, or settings that could not be read can be, it goes on by itself; that is asked once a process.
 */
export function zoneWatch({ store, clock, log }: Pick<Needs, "store" | "clock" | "log">): () => Promise<void> {
  let isFirst = true;
  return async () => {
    const now = clock.now();
    if (isFirst)
      for (const subscription of await store.subscriptions.fitAgain()) {
        await store.subscriptions.recover(subscription, now);
        await store.guilds.withdraw(subscription, UNFIT);
      }
    isFirst = false;
    for (const subscription of await store.subscriptions.inUnknownZones()) {
      log.error(inLog(subscription), "this Node.js does not know a subscription's time zone: it gets nothing");
      await store.subscriptions.suspend(subscription.id, "zone-unknown", now, undefined);
      await tell({ store, clock }, subscription, "zone-unknown");
    }
  };
}
