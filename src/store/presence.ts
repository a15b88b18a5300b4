import { statSync } from "node:fs";
import type { Log } from "../log.ts";
import { StoreError } from "./errors.ts";

const MINUTE = 60_000;

/**
 * Looks once a minute whether the database's file is still the one that was opened. Removed or replaced, all that is written goes where
 * nobody finds it again: `lost` gets the error, once. Returns what ends the looking.
 */
export function watchFile(path: string, lost: (error: StoreError) => void, log: Pick<Log, "warn">): () => void {
  if (path === ":memory:") return () => undefined;
  const opened = identityOf(path);
  const timer = setInterval(() => {
    try {
      if (identityOf(path) === opened) return;
    } catch (error) {
      log.warn({ err: error, path }, "whether the database's file is still there cannot be told");
      return;
    }
    clearInterval(timer);
    lost(new StoreError("replaced", path));
  }, MINUTE);
  timer.unref();
  return () => clearInterval(timer);
}

function identityOf(path: string): string | undefined {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false });
  return file && `${file.dev}:${file.ino}`;
}
