import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { openStore } from "../../src/store/open.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";

const openAt = (path: string) => openStore(path, systemClock, silentLog);

test.each<[string, (path: string) => void]>([
  ["emptied", (path) => truncateSync(path)],
  ["emptied beside its -wal", (path) => [truncateSync(path), writeFileSync(`${path}-wal`, "its last rows")]],
  ["gone", (path) => rmSync(path)],
  ["filled with zeros", (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
  ["overwritten", (path) => writeFileSync(path, "Dear diary, ".repeat(1_000))],
])("%s beside its mark: nobody begins anew, nothing is written, and beside an empty mark it may", async (_, lose) => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const store = await openAt(path);
  await store.inUse(0);
  await store.close();
  lose(path);
  const left = () => ["", "-wal"].map((end) => existsSync(path + end) && readFileSync(path + end, "hex"));
  const before = left();
  await expect(openAt(path)).rejects.toMatchObject({
    fault: "lost",
    passes: false,
    message: expect.stringMatching(/Mount the disk.*newest backup.*-wal and -shm away.*empty.*-mark/) as string,
  });
  expect(left()).toEqual(before);
  for (const end of ["", "-wal"]) rmSync(path + end, { force: true });
  truncateSync(`${path}-mark`);
  await (await openAt(path)).close();
});
