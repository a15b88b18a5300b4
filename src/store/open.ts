import type { Log } from "../log.ts";
import type { Clock, Store } from "../ports.ts";
import { createDatabase } from "./database.ts";
import { createGuilds } from "./guilds.ts";
import { createLedger } from "./ledger.ts";
import { migrate } from "./migrate.ts";
import { sqliteDialect } from "./sqlite.ts";
import { createSubscriptions } from "./subscriptions.ts";

/** Opens the SQLite file at path (made if absent) and brings it to this version. Throws StoreError, fit to be printed. */
export async function openStore(path: string, clock: Clock, log: Pick<Log, "warn" | "error">): Promise<Store> {
  const dialect = sqliteDialect(path);
  const database = createDatabase(path, dialect, clock, log);
  try {
    await database.run((db) => migrate(db, dialect, path, clock.now()));
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    subscriptions: createSubscriptions(database, log),
    ledger: createLedger(database),
    guilds: createGuilds(database),
    close: () => database.close(),
  };
}
