import { copyFileSync, renameSync, rmSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { StoreError } from "../../src/store/errors.ts";
import { openStore } from "../../src/store/open.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";

test.each([
  ["removed", (path: string) => rmSync(path)],
  [
    "replaced by a copy",
    (path: string) => {
      copyFileSync(path, `${path}.copy`);
      renameSync(`${path}.copy`, path);
    },
  ],
])(
  "a database's file that is %s while in use: told within a minute, once, and a person must mend it",
  async (_, act) => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const path = `${temporaryFolder()}/attache.sqlite`;
    const lost: StoreError[] = [];
    const store = await openStore(path, systemClock, silentLog, (error) => lost.push(error));
    onTestFinished(() => store.close());
    vi.advanceTimersByTime(10 * 60_000);
    expect(lost).toEqual([]);
    act(path);
    vi.advanceTimersByTime(60_000);
    vi.advanceTimersByTime(10 * 60_000);
    expect(lost).toMatchObject([{ fault: "replaced", passes: false }]);
    expect(lost[0]?.message).toContain("removed or replaced while it was in use");
  },
);
