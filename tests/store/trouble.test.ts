import { chmodSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { createLog } from "../../src/log.ts";
import { createDatabase } from "../../src/store/database.ts";
import { StoreError } from "../../src/store/errors.ts";
import { openStore, storeOn } from "../../src/store/open.ts";
import { sqliteDialect } from "../../src/store/sqlite.ts";
import { recordingLog, scene } from "../delivery/support.ts";
import { FakeClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";
import { subscribed } from "./support.ts";

/** Tells of each pause when somebody begins it. */
class PausesClock extends FakeClock {
  readonly #begun: number[] = [];
  #told = Promise.withResolvers<void>();

  override sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.#begun.push(milliseconds);
    this.#told.resolve();
    return super.sleep(milliseconds, signal);
  }

  /** The next pause's length, once it has begun. */
  async nextPause(): Promise<number> {
    await this.#told.promise;
    const next = this.#begun.shift() ?? 0;
    if (this.#begun.length === 0) this.#told = Promise.withResolvers();
    return next;
  }
}

const openAt = (path: string) => openStore(path, systemClock, silentLog);

/** A store, the database beneath it to be put in trouble, and the lines of the log that tell of it. */
async function openedBeneath() {
  const path = `${temporaryFolder()}/attache.sqlite`;
  await (await openAt(path)).close();
  const database = createDatabase(path, sqliteDialect(path), systemClock, silentLog);
  const lines: string[] = [];
  const log = createLog({ level: "warn", clock: systemClock, secrets: [] }, { write: (line) => lines.push(line) });
  return { database, store: storeOn(database, silentLog), lines, log };
}

describe("a database that cannot be used says why and what to do", () => {
  test("not a database", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    writeFileSync(path, "Dear diary, ".repeat(1_000));
    await expect(openAt(path)).rejects.toMatchObject({
      fault: "not-a-database",
      message: expect.stringContaining(path) as string,
    });
    expect(readFileSync(path, "utf8")).toContain("Dear diary");
  });

  test("damaged in the middle", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    const store = await openAt(path);
    for (let count = 0; count < 300; count += 1) await subscribed(store, {}, 0);
    await store.close();
    const file = await open(path, "r+");
    await file.write(Buffer.alloc(16_384, 0xa5), 0, 16_384, 8_192);
    await file.close();
    await expect(openAt(path)).rejects.toMatchObject({
      fault: "corrupt",
      message: expect.stringMatching(/restore the newest backup.*-wal and -shm away.*-mark/) as string,
    });
  });

  test("cut off", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    const store = await openAt(path);
    for (let count = 0; count < 300; count += 1) await subscribed(store, {}, 0);
    await store.close();
    truncateSync(path, Math.floor(statSync(path).size / 2));
    await expect(openAt(path)).rejects.toMatchObject({ fault: "corrupt" });
  });

  test("a folder in its place, and a folder that is a file", async () => {
    const folder = temporaryFolder();
    await expect(openAt(folder)).rejects.toMatchObject({ name: "StoreError" });
    writeFileSync(`${folder}/file`, "");
    await expect(openAt(`${folder}/file/attache.sqlite`)).rejects.toMatchObject({ fault: "unreachable" });
    // in a folder of the system's own that takes none: Node's way of making several at once never ends there
    await expect(openAt("/proc/attache/data/attache.sqlite")).rejects.toMatchObject({ name: "StoreError" });
  });

  test("read only", async () => {
    const folder = temporaryFolder();
    const path = `${folder}/attache.sqlite`;
    await (await openAt(path)).close();
    const before = new SQLite(path);
    before.pragma("journal_mode = delete"); // WAL would need side files
    before.close();
    chmodSync(path, 0o400);
    chmodSync(folder, 0o500);
    if (process.getuid?.() === 0) return; // root writes everywhere
    await expect(openAt(path)).rejects.toMatchObject({ fault: "read-only" });
    chmodSync(folder, 0o700);
  });

  test("a new file is nobody else's to read", async () => {
    const path = `${temporaryFolder()}/deep/attache.sqlite`;
    const store = await openAt(path);
    for (const file of [path, `${path}-wal`]) expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
    await store.close();
  });
});

test("starting again helps where the disk was full or another program held the lock, else a person must act", () => {
  const passes = (
    [
      "full",
      "disk",
      "busy",
      "other",
      "replaced",
      "newer",
      "corrupt",
      "foreign-wal",
      "not-a-database",
      "lost",
      "read-only",
      "unreachable",
    ] as const
  ).filter((fault) => new StoreError(fault, "").passes);
  expect(passes).toEqual(["full", "disk", "busy", "other"]);
});

describe("a database in trouble while posts are due", () => {
  test("locked by another program for ten seconds: one line in the log, the process goes on, the post goes out", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    const clock = new PausesClock("2026-06-25T07:00Z");
    const { log, lines } = recordingLog(clock);
    const store = await openStore(path, clock, log);
    const stage = await scene("2026-06-25T06:00Z", { store, log });
    const { channelId } = await stage.subscribe();
    const other = new SQLite(path);
    other.exec("begin immediate");
    const work = stage.at("2026-06-25T07:00Z");
    const pauses: number[] = [];
    while (clock.now() < Date.parse("2026-06-25T07:00:10Z")) {
      pauses.push(await clock.nextPause());
      clock.advance(pauses.at(-1) ?? 0);
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, ...Array.from({ length: 39 }, () => 250)]);
    expect((await fetch(stage.standIn.url)).status).toBe(404); // what needs no database is served meanwhile
    expect(stage.standIn.messages(channelId)).toEqual([]);
    other.exec("rollback");
    other.close();
    clock.advance(await clock.nextPause());
    await work;
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25"]);
    expect(lines()).toEqual(["the database is locked by another program: waiting until it lets go"]);
    await stage.delivery.stop();
    await store.close();
  });

  test("locked for as long as it likes: one line at once and one when a minute's work fails, and once it is free every post", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    await (await openAt(path)).close();
    const clock = new FakeClock("2026-06-25T06:59Z"); // our own waiting is by this clock, so that minutes pass at once
    const lines: string[] = [];
    const log = createLog({ level: "warn", clock, secrets: [] }, { write: (line) => lines.push(line) });
    const store = storeOn(createDatabase(path, sqliteDialect(path), clock, log), log);
    const stage = await scene("2026-06-25T06:59Z", { store, log, clock });
    const all: Subscription[] = [];
    for (let count = 0; count < 30; count += 1) all.push(await stage.subscribe());
    const other = new SQLite(path);
    other.exec("begin immediate");
    const work = stage.at("2026-06-25T07:00Z");
    for (let second = 0; second < 90; second += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(1_000);
    }
    expect(stage.standIn.requests).toEqual([]);
    other.exec("rollback");
    other.close();
    await work;
    await stage.until("2026-06-25T07:04Z");
    expect(all.map(({ channelId }) => stage.texts(channelId))).toEqual(all.map(() => ["daily 2026-06-25 (late)"]));
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      "the database is locked by another program: waiting until it lets go",
      "the round broke off and starts again within a minute",
    ]);
    await stage.delivery.stop();
    await store.close();
  });

  test("not to be written between the request and its record: one line, each post once, also where the process ends meanwhile", async () => {
    const { database, store, lines, log } = await openedBeneath();
    const stage = await scene("2026-06-25T06:59Z", { store, log, standIn: { nonceWindow: 2 * 60_000 } });
    const all: Subscription[] = [];
    for (let count = 0; count < 40; count += 1) all.push(await stage.subscribe());
    const held = stage.standIn.inject({ method: "POST", times: 40, action: { kind: "hold" } });
    stage.clock.set("2026-06-25T07:00Z");
    await stage.delivery.tick();
    while (stage.standIn.requests.length < 9) await new Promise((resolve) => setImmediate(resolve)); // more are not under way before an answer
    await database.run((db) =>
      sql.raw("create trigger full before update on delivery begin select raise(abort, 'x'); end").execute(db),
    );
    held.release();
    await expect.poll(() => lines.length).toBeGreaterThan(0);
    await stage.delivery.stop();
    expect(lines).toHaveLength(1);
    await database.run((db) => sql.raw("drop trigger full").execute(db));
    stage.clock.set("2026-06-25T07:30Z");
    const again = stage.another();
    await again.tick();
    await again.idle();
    const texts = all.map(({ channelId }) => stage.texts(channelId));
    expect(texts.map((of) => of.length)).toEqual(all.map(() => 1));
    expect(texts.filter(([text]) => text === "daily 2026-06-25").length).toBeGreaterThanOrEqual(9); // those that were under way
    const rows = await Promise.all(all.map((one) => stage.history(one)));
    expect(rows.map(([row]) => row?.state)).toEqual(all.map(() => "sent"));
    await again.stop();
    await store.close();
  });

  test("disk full: nothing is sent that cannot be recorded, and all of it once there is room", async () => {
    const { database, store, lines, log } = await openedBeneath();
    const stage = await scene("2026-06-25T06:59Z", { store, log });
    const all: Subscription[] = [];
    for (let count = 0; count < 120; count += 1) all.push(await stage.subscribe());
    const room = (pages: number) => database.run((db) => sql.raw(`pragma max_page_count = ${pages}`).execute(db));
    await room(1); // SQLite takes the present size where that is more: every further page is one too many
    await stage.until("2026-06-25T07:03Z");
    const sent = () => all.filter(({ channelId }) => stage.standIn.messages(channelId).length === 1);
    expect(sent().length).toBeLessThan(120);
    for (const one of sent()) expect(await stage.history(one)).toHaveLength(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("The disk is full. Free some space: posting goes on by itself, nothing is lost.");
    await room(1_000_000);
    await stage.until("2026-06-25T07:10Z");
    for (const one of all) {
      const [row] = await stage.history(one); // what could not be claimed in its minute was missed, and says so
      expect(row?.state).toBe("sent");
      expect(stage.texts(one.channelId)).toEqual([row?.overdue ? "daily 2026-06-25 (late)" : "daily 2026-06-25"]);
    }
    await stage.delivery.stop();
    await store.close();
  });
});
