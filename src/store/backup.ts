import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import SQLite from "better-sqlite3";
import { StoreError } from "./errors.ts";
import { faultAt, refuseEmpty, refuseForeignLog } from "./sqlite.ts";

/** How long a lock of the process that uses the database is waited out, in milliseconds. */
const PATIENCE = 30_000;

/** What became of a backup that was asked for. */
export type BackedUp = "written" | "no-database" | "taken" | "no-folder";

/**
 * Writes the database at path as it is, with all that still stands in its -wal, to one file with mode 0600 that needs no other beside it. The database may be in
 * use meanwhile, and may be of any version. A file that is there stays as it is ("taken"). What appears under the name is whole and on
 * the disk: it is written beside it first, under the name and "-part". Throws StoreError.
 */
export function backUp(path: string, file: string): BackedUp {
  if (!existsSync(path)) return "no-database";
  if (existsSync(file)) return "taken";
  const part = `${file}-part`;
  const made = make(part);
  if (made !== "written") return made;
  try {
    copy(path, part);
    if (existsSync(file)) return "taken";
    renameSync(part, file);
    return "written";
  } finally {
    rmSync(part, { force: true });
  }
}

/** An empty file that nobody else may read, and that was not there. */
function make(part: string): BackedUp {
  try {
    closeSync(openSync(part, "wx", 0o600));
    return "written";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") return "taken";
    if (code === "ENOENT" || code === "ENOTDIR") return "no-folder";
    throw new StoreError(faultAt(part, error) ?? "unreachable", part, error);
  }
}

function copy(path: string, part: string): void {
  try {
    refuseEmpty(path);
    refuseForeignLog(path);
    const database = new SQLite(path, { fileMustExist: true, timeout: PATIENCE });
    try {
      database.prepare("vacuum into ?").run(part);
    } finally {
      database.close();
    }
    const written = openSync(part, "r+");
    fsyncSync(written);
    closeSync(written);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(faultAt(path, error) ?? "other", path, error);
  }
}
