/** How many days rows of the ledger and of the audit are kept: /subscriptions why looks back so far. */
export const KEPT_DAYS = 90;
/** How many days a server's rows are kept after the bot has left it. */
export const GRACE_DAYS = 30;
/**
 * How many days rows of a channel are kept after /subscriptions remove: no zone has the date of its last post any more, so nothing can come twice
 * where it is set up again.
 */
export const ENDED_KEPT_DAYS = 3;
/** How many days what was read of a file waits for an admin to import it. */
export const DRAFTS_KEPT_DAYS = 1;
/** How many days a calendar is kept that was only looked at in /setup, since it was changed last. */
export const UNBEGUN_KEPT_DAYS = 7;
