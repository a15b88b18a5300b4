import { createAlerts } from "../delivery/alerts.ts";
import type { Log } from "../log.ts";
import type { Clock, Store } from "../ports.ts";
import { createAudit } from "./audit.ts";
import { createContinuity } from "./continuity.ts";
import { createDatabase, type Database } from "./database.ts";
import type { StoreError } from "./errors.ts";
import { createGuilds } from "./guilds.ts";
import { createLedger } from "./ledger.ts";
import { migrate } from "./migrate.ts";
import { createOwnDrafts } from "./own-drafts.ts";
import { createOwnEvents } from "./own-events.ts";
import { watchFile } from "./presence.ts";
import { createReminders } from "./reminders.ts";
import { sqliteDialect } from "./sqlite.ts";
import { createSubscriptions } from "./subscriptions.ts";

/**
 * Opens the SQLite file at path (made if absent) and brings it to this version. Throws StoreError, fit to be printed; `damaged` gets
 * one where the file is damaged, removed or replaced while it is in use: the process must end.
 */
export async function openStore(
  path: string,
  clock: Clock,
  log: Pick<Log, "warn" | "error">,
  damaged?: (error: StoreError) => void,
): Promise<Store> {
  const database = createDatabase(path, sqliteDialect(path), clock, log, damaged);
  const unwatch = watchFile(path, (error) => damaged?.(error), log);
  try {
    await database.run((db) => migrate(db, database.dialect, path, clock.now()));
  } catch (error) {
    unwatch();
    await database.close();
    throw error;
  }
  const store = storeOn(database, log);
  return {
    ...store,
    close: () => {
      unwatch();
      return store.close();
    },
  };
}

/** The store on a database that is open and of this version. */
export function storeOn(database: Database, log: Pick<Log, "warn" | "error">): Store {
  return {
    subscriptions: createSubscriptions(database),
    ledger: createLedger(database, createAlerts(database.clock, log)),
    guilds: createGuilds(database),
    audit: createAudit(database),
    reminders: createReminders(database),
    ownEvents: createOwnEvents(database),
    ownDrafts: createOwnDrafts(database),
    inUse: createContinuity(database, log),
    close: () => database.close(),
  };
}
