import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { createLog } from "../../src/log.ts";
import { createDatabase } from "../../src/store/database.ts";
import { openStore } from "../../src/store/open.ts";
import { sqliteDialect } from "../../src/store/sqlite.ts";
import { scene } from "../delivery/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";

const openAt = (path: string) => openStore(path, systemClock, silentLog);

test("SQLite ends the transaction by itself: what is told is why, not that there was nothing to roll back", async () => {
  const database = createDatabase(`${temporaryFolder()}/a.sqlite`, sqliteDialect(":memory:"), systemClock, silentLog);
  const run = (statement: string) => database.run((db) => sql.raw(statement).execute(db));
  await run("create table log (at integer)");
  await run("create trigger ended before insert on log begin select raise(rollback, 'the true cause'); end");
  const inTransaction = database.run((db) =>
    db.transaction().execute((trx) => sql.raw("insert into log values (1)").execute(trx)),
  );
  await expect(inTransaction).rejects.toThrow("the true cause");
  await run("drop trigger ended");
  await database.run((db) => db.transaction().execute((trx) => sql.raw("insert into log values (2)").execute(trx)));
  await database.close();
});

describe("a disk that is really full", () => {
  /** A disk of eight megabytes of its own; undefined where this machine lets nobody mount one. */
  function smallDisk(): string | undefined {
    const folder = temporaryFolder();
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]).status !== 0) return undefined;
    onTestFinished(() => void spawnSync("umount", ["-l", folder]));
    return folder;
  }

  function fill(folder: string): void {
    expect(() => writeFileSync(`${folder}/fill`, Buffer.alloc(16 << 20))).toThrow("ENOSPC");
  }

  test("at the start: the disk and its room are named", async ({ skip }) => {
    const folder = smallDisk() ?? skip("nothing can be mounted here");
    const path = `${folder}/attache.sqlite`;
    await (await openAt(path)).close();
    fill(folder);
    await expect(openAt(path)).rejects.toThrow(/disk.*Free some space/);
  });

  test("while running: that is said, nothing is lost, and it goes on once there is room", async ({ skip }) => {
    const folder = smallDisk() ?? skip("nothing can be mounted here");
    const path = `${folder}/attache.sqlite`;
    const store = await openAt(path);
    onTestFinished(() => store.close());
    const lines: string[] = [];
    const log = createLog({ level: "info", clock: systemClock, secrets: [] }, { write: (line) => lines.push(line) });
    const stage = await scene("2026-06-25T06:59Z", { store, log });
    const all: Subscription[] = [];
    for (let count = 0; count < 50; count += 1) all.push(await stage.subscribe());
    const squeeze = new SQLite(path);
    squeeze.pragma("wal_checkpoint(truncate)");
    squeeze.close();
    fill(folder);
    await stage.until("2026-06-25T07:03Z");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /"level":"error".*The disk is full\. Free some space: posting goes on by itself, nothing is lost/,
    );
    rmSync(`${folder}/fill`);
    await stage.until("2026-06-25T07:10Z");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("what was wrong is over: the work goes on");
    expect(all.map(({ channelId }) => stage.texts(channelId))).toEqual(all.map(() => ["daily 2026-06-25 (late)"]));
    await stage.delivery.stop();
  });
});
