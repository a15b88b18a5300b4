import { sql } from "kysely";
import { onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { Store } from "../../src/ports.ts";
import { createDatabase } from "../../src/store/database.ts";
import { openStore, storeOn } from "../../src/store/open.ts";
import { sqliteDialect } from "../../src/store/sqlite.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";

/** A store on a database file that the test puts in trouble, with statements that run beneath it. */
export async function troubled(): Promise<{ readonly store: Store; readonly run: (statement: string) => unknown }> {
  const path = `${temporaryFolder()}/attache.sqlite`;
  await (await openStore(path, systemClock, silentLog)).close();
  const database = createDatabase(path, sqliteDialect(path), systemClock, silentLog);
  onTestFinished(() => database.close());
  const run = (statement: string) => database.run((db) => sql.raw(statement).execute(db));
  return { store: storeOn(database, silentLog), run };
}
