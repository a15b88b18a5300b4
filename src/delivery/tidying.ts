import type { Instant } from "../ports.ts";
import { DRAFTS_KEPT_DAYS, ENDED_KEPT_DAYS, GRACE_DAYS, KEPT_DAYS, UNBEGUN_KEPT_DAYS } from "./keeping.ts";
import type { Needs } from "./needs.ts";
import { addDays, dateOf, UTC, wallAt } from "./wall.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The round looks once a minute; a longer step is a jump of the clock, or a machine that slept. */
const LONGEST_STEP = 15 * MINUTE;
/** So long the clock must have run without a jump before it is believed: a wrong one is set right sooner than that. */
const STEADY = HOUR;

/**
 * Once a day: rows of servers left longer ago than the grace, and of days that nobody asks about any more, go. What is deleted does
 * not come back, so nothing is deleted by a clock in doubt: one that jumped, or whose process started, less than an hour ago.
 */
export function tidier({ store, clock, log }: Needs): () => Promise<void> {
  const isSteady = steadiness();
  let today = "";
  return async () => {
    const now = clock.now();
    const date = dateOf(wallAt(now, UTC));
    if (!isSteady(now) || date === today) return;
    const servers = await store.guilds.purge(now - GRACE_DAYS * DAY);
    await store.subscriptions.purge(now - ENDED_KEPT_DAYS * DAY, now - UNBEGUN_KEPT_DAYS * DAY);
    const rows = await store.ledger.prune(addDays(date, -KEPT_DAYS), KEPT_DAYS);
    await store.ownDrafts.prune(now - DRAFTS_KEPT_DAYS * DAY);
    await store.audit.prune(now - KEPT_DAYS * DAY);
    today = date;
    if (servers + rows > 0) log.info({ servers, rows }, "deleted what is no longer needed");
  };
}

/** Whether the clock has run for an hour in small steps forward, as far as it was asked. */
function steadiness(): (now: Instant) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  let since = Number.NEGATIVE_INFINITY;
  return (now) => {
    if (now < last || now - last > LONGEST_STEP) since = now;
    last = now;
    return now - since >= STEADY;
  };
}
