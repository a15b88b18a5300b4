/** Why a date has no post, as the ledger stores it; each has its wording in data/translations (delivery.skipped.<name>). */
export const SKIPS = [
  "paused", // by an admin, over its hour
  "paused-meanwhile", // by an admin, while it waited for its turn or for another try, and resumed too late for it
  "refused-before", // its channel had refused, and was not asked that day
  "zone-unknown", // its time zone was none that this Node.js knew
  "settings-unreadable", // a newer version had written its settings
  "settings-changed", // over where its new settings have it, or given up before they were changed
  "removed", // the bot was removed from the server before its turn came
  "away", // the bot was not in the server that day
  "away-too-late", // not at its hour, and back only after the window for late posts
  "not-running", // on that date, or not with this record of what was posted
  "not-running-too-late", // at its hour, and back only after the window
  "crowded-out", // its turn came only after its date: more was due than could be sent, or Discord took no posts
  "crowded-out-too-late", // its turn came only after the window
  "tries-failed", // its date ended before a try succeeded
  "tries-failed-too-late", // its window passed before a try succeeded
  "discord-limit", // a limit of Discord's that nobody can do anything about
  "had-from-another", // the channel got it, or may have, from a calendar that has moved to another channel since
] as const;
export type SkipReason = (typeof SKIPS)[number];
