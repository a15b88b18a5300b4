import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** Why a date was skipped is a name from here on, which is told in any language; rows of before have it as an English sentence. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable("delivery").addColumn("reason", "text").execute();
  for (const [sentence, reason] of Object.entries(REASONS))
    await skipped(db).set({ reason, detail: null }).where("detail", "=", sentence).execute();
  for (const [beginning, reason] of Object.entries(BEGINNINGS))
    await skipped(db).set({ reason }).where("detail", "like", `${beginning}%`).execute();
  await skipped(db).set({ reason: "discord-limit" }).where("reason", "is", null).execute();
}

function skipped(db: Kysely<Tables>) {
  return db.updateTable("delivery").where("state", "=", "skipped");
}

const REASONS = {
  "paused by an admin": "paused",
  "its time zone was not known on that date": "zone-unknown",
  "its settings could not be read on that date": "settings-unreadable",
  "not posted before its settings were changed": "settings-changed",
  "the bot was removed from the server before its turn came": "removed",
  "the bot was not in the server on that date": "away",
  "the bot was not in the server at its hour, and back only after the window for late posts": "away-too-late",
  "not running on that date, or not with this record of what was posted": "not-running",
  "not running at its hour, and back only after the window for late posts": "not-running-too-late",
  "its turn came only after its date had ended: more was due than could be sent, or Discord took no posts":
    "crowded-out",
  "its turn came only after the window for late posts: more was due than could be sent, or Discord took no posts":
    "crowded-out-too-late",
  "the channel got it, or may have, from a calendar that has moved to another channel since": "had-from-another",
} as const;

/** What follows them was for the operator, and stays. */
const BEGINNINGS = {
  "not asked on that date: its channel had refused": "refused-before",
  "its date ended before a try succeeded": "tries-failed",
  "its window for late posts passed before a try succeeded": "tries-failed-too-late",
} as const;
