/** How many days rows of the ledger are kept: /subscriptions why looks back so far. */
export const KEPT_DAYS = 90;
/** How many days a server's rows are kept after the bot has left it. */
export const GRACE_DAYS = 30;
