import { chmodSync, chownSync, copyFileSync, readdirSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryStore } from "../store/support.ts";
import { putBack, stage } from "./backup.ts";

const NOBODY = 65_534;

/** Root may write everything: where the tests run as root, the folder and what happens meanwhile belong to nobody in particular. */
async function asNobody(folder: string, act: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return act();
  const above = dirname(folder);
  for (const path of [above, folder, ...readdirSync(folder).map((name) => resolve(folder, name))])
    chownSync(path, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    await act();
  } finally {
    process.seteuid?.(0);
  }
}

describe("which database is the one that was used here last", () => {
  /** Whether the database that is opened after what the operator did is taken for one that may not know all. */
  async function isTakenForAnother(by: (folder: string) => void): Promise<boolean> {
    const all = await stage();
    all.backUp();
    await all.at("2026-06-25T05:02Z");
    await all.at("2026-06-25T05:03Z");
    const store = await all.reopened(by);
    return (await store.inUse(all.clock.now())) !== undefined;
  }

  test("the same, opened again: it is", async () => {
    expect(await isTakenForAnother(() => undefined)).toBe(false);
  });

  test("a backup in its place: it is not, and that stays known", async () => {
    expect(await isTakenForAnother(putBack)).toBe(true);
    const all = await stage();
    all.backUp();
    await all.at("2026-06-25T05:02Z");
    await all.at("2026-06-25T05:03Z");
    const store = await all.reopened(putBack);
    const at = Date.parse("2026-06-25T08:00Z");
    expect(await store.inUse(at)).toBe(at);
    await store.close();
    expect(await (await temporaryStore(all.path)).inUse(at + 60_000)).toBe(at);
  });

  test("moved elsewhere without its mark: it is not", async () => {
    expect(await isTakenForAnother((folder) => rmSync(`${folder}/now/attache.sqlite-mark`))).toBe(true);
  });

  test("the whole folder put back, its mark as well: it is not", async () => {
    expect(
      await isTakenForAnother((folder) => {
        copyFileSync(`${folder}/now/attache.sqlite-mark`, `${folder}/kept`);
        rmSync(`${folder}/now/attache.sqlite-mark`);
        copyFileSync(`${folder}/kept`, `${folder}/now/attache.sqlite-mark`);
      }),
    ).toBe(true);
  });

  test("killed between the file and the database, which then has the mark before the last: it is", async () => {
    const all = await stage();
    all.backUp();
    await all.at("2026-06-25T05:02Z");
    const store = await all.reopened(putBack);
    expect(await store.inUse(all.clock.now())).toBeUndefined();
  });

  test("a mark that cannot be written: nothing is concluded from it, at no start, nor once it can be again", async () => {
    const all = await stage();
    const mark = `${all.path}-mark`;
    let store = await all.reopened(() => chmodSync(mark, 0o444));
    await asNobody(dirname(all.path), async () => {
      for (const minute of [2, 3, 4]) {
        await store.close();
        store = await temporaryStore(all.path);
        for (const seconds of [0, 30])
          expect(await store.inUse(Date.parse(`2026-06-25T05:0${minute}:00Z`) + seconds * 1_000)).toBeUndefined();
      }
    });
    chmodSync(mark, 0o644);
    expect(await store.inUse(Date.parse("2026-06-25T05:05Z"))).toBeUndefined();
    await store.close();
    expect(await (await temporaryStore(all.path)).inUse(Date.parse("2026-06-25T05:06Z"))).toBeUndefined();
  });

  test("a backup in its place while the mark cannot be written: known once it can be", async () => {
    const all = await stage();
    all.backUp();
    await all.at("2026-06-25T05:02Z");
    await all.at("2026-06-25T05:03Z");
    const store = await all.reopened(putBack);
    const [mark, at] = [`${all.path}-mark`, Date.parse("2026-06-25T05:05Z")];
    chmodSync(mark, 0o444);
    await asNobody(dirname(all.path), async () => expect(await store.inUse(at)).toBeUndefined());
    chmodSync(mark, 0o644);
    expect(await store.inUse(at + 60_000)).toBe(at + 60_000);
  });

  test("two processes on one database do not take it for another", async () => {
    const all = await stage();
    const other = await temporaryStore(all.path);
    for (let minute = 2; minute < 10; minute += 1) {
      const now = Date.parse(`2026-06-25T05:0${minute}Z`);
      expect(await Promise.all([all.store.inUse(now), other.inUse(now)])).toEqual([undefined, undefined]);
    }
    expect(await (await temporaryStore(all.path)).inUse(0)).toBeUndefined();
  });
});
