import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { openStore } from "../../src/store/open.ts";
import { stage } from "../delivery/backup.ts";
import { temporaryStore } from "../store/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";
import { attacheIn } from "./run-attache.ts";

/** Three calendars of a bot that runs: one posted before the backup, one after it, and one made after it. */
async function runningBot() {
  const all = await stage();
  const early = await all.subscribe({ postAt: "06:00", zone: "UTC" });
  const later = await all.subscribe({ postAt: "08:00", zone: "UTC" });
  await all.at("2026-06-25T06:00Z");
  const file = `${temporaryFolder()}/backup.sqlite`;
  const backedUp = await attacheIn({ DATABASE_URL: all.path }, "backup", file);
  const unsaved = await all.subscribe({ postAt: "09:00", zone: "UTC" });
  await all.at("2026-06-25T08:00Z");
  return { ...all, early, later, unsaved, file, backedUp };
}

/** The process is killed: what it had written so far, in another folder, with no hand on it. */
function killed(path: string): string {
  const copy = `${temporaryFolder()}/attache.sqlite`;
  for (const end of ["", "-wal", "-shm", "-mark"]) cpSync(`${path}${end}`, `${copy}${end}`);
  return copy;
}

/** The README's steps. */
function restore(path: string, file: string): void {
  const away = `${dirname(path)}/away`;
  mkdirSync(away);
  for (const end of ["", "-wal", "-shm"])
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${away}/attache.sqlite${end}`);
  copyFileSync(file, path);
}

test("what a running bot remembers is in the one file, which is restored as the README says: nothing is posted twice", async () => {
  const { backedUp, file, path, early, later, unsaved, ...all } = await runningBot();
  expect(backedUp).toMatchObject({ code: 0, err: "" });
  expect(backedUp.out).toContain(`${path} is backed up whole in ${file}. To restore it:`);
  for (const end of ["-wal", "-shm", "-mark"]) expect(backedUp.out).toContain(`${path}${end}`);
  expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
  expect(readdirSync(dirname(file))).toEqual(["backup.sqlite"]);
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);

  const store = await all.reopened(() => restore(path, file));
  expect((await store.ledger.history(early.id, 9)).map(({ state }) => state)).toEqual(["sent"]);
  expect(await store.ledger.history(later.id, 9)).toEqual([]);
  expect(await store.subscriptions.find(unsaved.id)).toBeUndefined();
  all.clock.set("2026-06-25T08:30Z");
  const again = all.another(store);
  await again.tick();
  await again.idle();
  expect(all.texts(early.channelId)).toEqual(["daily 2026-06-25"]);
  expect(all.texts(later.channelId)).toEqual(["daily 2026-06-25"]);
  expect((await store.ledger.history(later.id, 1))[0]).toMatchObject({ state: "sent", detail: "found in the channel" });
});

test("a backup put over the database of a killed bot, whose -wal was left, is refused, and is as it was", async () => {
  const { file, path, unsaved } = await runningBot();
  const place = killed(path);
  copyFileSync(file, place);
  const opening = openStore(place, systemClock, silentLog);
  await expect(opening).rejects.toMatchObject({ fault: "foreign-wal", passes: false });
  await expect(opening).rejects.toThrow(/-wal and -shm away, all three.*start again/);
  const backup = await attacheIn({ DATABASE_URL: place }, "backup", `${dirname(place)}/another.sqlite`);
  expect(backup).toMatchObject({ code: 1, out: "", err: expect.stringContaining("foreign-wal") as string });
  expect(readFileSync(place).equals(readFileSync(file))).toBe(true);
  restore(place, file);
  expect(await (await temporaryStore(place)).subscriptions.find(unsaved.id)).toBeUndefined();
});

test("a killed bot's own -wal is read as ever, at every start", async () => {
  const { path, unsaved } = await runningBot();
  const first = killed(path);
  expect(await (await temporaryStore(first)).subscriptions.find(unsaved.id)).toBeDefined();
  expect(await (await temporaryStore(killed(first))).subscriptions.find(unsaved.id)).toBeDefined();
});

test("a file that is there stays as it is, and so does what another backup is writing", async () => {
  const { file, path } = await runningBot();
  const before = readFileSync(file);
  expect(await attacheIn({ DATABASE_URL: path }, "backup", file)).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining(`${file} is there already`) as string,
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  writeFileSync(`${file}2-part`, "of another");
  expect(await attacheIn({ DATABASE_URL: path }, "backup", `${file}2`)).toMatchObject({ code: 2, out: "" });
  expect(readFileSync(`${file}2-part`, "utf8")).toBe("of another");
});

test("what cannot be backed up says why, and leaves nothing behind", async () => {
  const folder = temporaryFolder();
  const path = `${folder}/attache.sqlite`;
  const backUp = (...file: string[]) => attacheIn({ DATABASE_URL: path }, "backup", ...file);
  expect(await backUp()).toMatchObject({ code: 2, err: expect.stringContaining("Name a file") as string });
  expect(await backUp(`${folder}/b`)).toMatchObject({
    code: 2,
    err: expect.stringContaining(`There is no database at ${path}`) as string,
  });
  new SQLite(path).exec("create table one (id text)").close();
  expect(await backUp(`${folder}/none/b`)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^The folder of .* is not there/) as string,
  });
  writeFileSync(path, "Dear diary, ".repeat(1_000));
  expect(await backUp(`${folder}/b`)).toMatchObject({
    code: 1,
    err: expect.stringContaining("not-a-database") as string,
  });
  expect(readdirSync(folder)).toEqual(["attache.sqlite"]);
  writeFileSync(path, "");
  writeFileSync(`${path}-mark`, "one other then\n");
  expect(await backUp(`${folder}/b`)).toMatchObject({ code: 1, err: expect.stringContaining("(lost)") as string });
  expect(readdirSync(folder)).toEqual(["attache.sqlite", "attache.sqlite-mark"]);
});
