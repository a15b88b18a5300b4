import type { Clock, Instant, Store } from "../ports.ts";

/** Whether the record of what was posted is whole: this database may have taken the place of one that knew more. */
export interface WholeRecord {
  /** To be called each minute, so that another start can tell this database from an older copy of it. */
  renew(now: Instant): Promise<void>;
  /** Resolves once it is known whether something is lost; nothing is sent before. */
  known(): Promise<void>;
  /** What was posted on dates that had begun by then is not known here; undefined where nothing is lost. */
  lostAt(): Instant | undefined;
}

export function createRecord(store: Pick<Store, "inUse">, clock: Clock): WholeRecord {
  let lostAt: Instant | undefined;
  let isKnown = false;

  async function renew(now: Instant): Promise<void> {
    lostAt = await store.inUse(now);
    isKnown = true;
  }

  return {
    renew,
    known: async () => {
      if (!isKnown) await renew(clock.now());
    },
    lostAt: () => lostAt,
  };
}
