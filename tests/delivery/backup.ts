import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import SQLite from "better-sqlite3";
import type { Store } from "../../src/ports.ts";
import { temporaryStore } from "../store/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { scene } from "./support.ts";

/** A scene whose database is a file, and what an operator does with it. */
export async function stage() {
  const folder = temporaryFolder();
  mkdirSync(`${folder}/now`);
  const path = `${folder}/now/attache.sqlite`;
  const made = await scene("2026-06-25T05:00Z", {
    store: await temporaryStore(path),
    standIn: { nonceWindow: 120_000 },
  });
  await made.at("2026-06-25T05:01Z");
  return {
    ...made,
    path,
    /** A backup of the database as it is, by SQLite's own means. */
    backUp() {
      const database = new SQLite(path);
      database.exec(`vacuum into '${folder}/backup.sqlite'`);
      database.close();
    },
    /** The process ends; what the operator does to the file; and the file is opened again. */
    async reopened(by: (folder: string) => void): Promise<Store> {
      await made.delivery.stop();
      await made.store.close();
      by(folder);
      return temporaryStore(path);
    },
  };
}

export function putBack(folder: string): void {
  for (const rest of ["-wal", "-shm"]) rmSync(`${folder}/now/attache.sqlite${rest}`, { force: true });
  copyFileSync(`${folder}/backup.sqlite`, `${folder}/now/attache.sqlite`);
}
