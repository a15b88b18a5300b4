import { resolve } from "node:path";
import { backUp } from "../store/backup.ts";
import { settings, UsageError } from "./desk.ts";

/** Writes a backup of the database that the settings name, and says how to restore it. Throws UsageError, StoreError. */
export function writeBackup(typed: string): void {
  const { databasePath } = settings();
  const [database, file] = [resolve(databasePath), resolve(typed)];
  switch (backUp(database, file)) {
    case "no-database":
      throw new UsageError(
        `There is no database at ${database}. Run this where the bot runs, with the DATABASE_URL that it has.`,
      );
    case "taken":
      throw new UsageError(
        `${file} is there already, or another backup is writing it (a file that ends in -part): nothing was written. Choose a new name; a -part that a killed backup left can be removed.`,
      );
    case "no-folder":
      throw new UsageError(`The folder of ${file} is not there. Make it, or choose another.`);
    case "written":
      console.log(`The database ${database} is backed up whole in ${file}. To restore it:
1. Stop the bot.
2. Move ${database} away, and the files ${database}-wal and ${database}-shm where they are there.
3. Copy ${file} to ${database}. Leave ${database}-mark where it is.
4. Start the bot: what it has posted since the backup it finds in the channels, and posts nothing twice.`);
  }
}
