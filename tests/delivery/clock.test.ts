import { syncBuiltinESMExports } from "node:module";
import { mock } from "node:test";
import SQLite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { temporaryStore } from "../store/support.ts";
import { FakeClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { scene, steady } from "./support.ts";

const DAY = 86_400_000;

describe("a clock that was far ahead and is right again", () => {
  test.each(["2026-07-15T07:00Z", "2026-12-26T08:00Z", "9998-12-31T08:00Z"])(
    "%s: the days that follow get their posts, each once",
    async (wrong) => {
      const right = new FakeClock("2026-06-25T06:30Z"); // Discord's own
      const { at, subscribe, texts } = await scene("2026-06-25T06:30Z", { standIn: { clock: right } });
      const { channelId } = await subscribe();
      await at("2026-06-25T07:00Z");
      await at(wrong);
      for (let day = 0; day < 5; day += 1) {
        await at(Date.parse("2026-06-25T07:01Z") + day * DAY);
        await at(Date.parse("2026-06-25T12:01Z") + day * DAY);
      }
      const days = ["25", "26", "27", "28", "29"].map((day) => `daily 2026-06-${day}`);
      expect(texts(channelId).filter((text) => text.startsWith("daily 2026-06"))).toEqual(days);
    },
  );

  test("so it is where the process was started anew meanwhile", async () => {
    const { at, clock, subscribe, texts, another, delivery } = await scene("2026-06-25T06:30Z");
    const { channelId } = await subscribe();
    await at("2027-03-01T06:00Z");
    await delivery.stop();
    clock.set("2026-06-25T07:00Z");
    const second = another();
    await second.tick();
    await second.idle();
    expect(texts(channelId).filter((text) => text.includes("2026-06"))).toEqual(["daily 2026-06-25"]);
  });

  test("a pause that began meanwhile ends, and what it held back goes out", async () => {
    const { clock, delivery, still, until, standIn, subscribe, texts } = await scene("2026-06-25T06:30Z");
    const { channelId } = await subscribe();
    const away = standIn.inject({ method: "POST", action: { kind: "answer", status: 503 }, times: 50 });
    for (let count = 0; count < 8; count += 1) await subscribe();
    clock.set("9998-12-31T08:00Z");
    await delivery.tick();
    await still(); // those that are left wait for the pause to end
    away.remove();
    clock.set("2026-06-25T06:59Z");
    await until("2026-06-25T07:10Z");
    expect(texts(channelId)).toContain("daily 2026-06-25");
  });

  test("what was sent before is not sent again, though the clock was ahead long enough for the ledger to be tidied", async () => {
    const ahead = new FakeClock("2026-06-25T06:30Z"); // Discord's own clock: far outside the time in which it knows a nonce
    const { at, subscribe, texts, history } = await scene("2026-06-25T06:30Z", { standIn: { clock: ahead } });
    const one = await subscribe();
    await at("2026-06-25T07:00Z");
    ahead.advance(3_600_000);
    await at("2027-03-01T08:00Z");
    await at("2026-06-25T08:00Z");
    expect(texts(one.channelId).filter((text) => text.includes("2026-06-25"))).toEqual(["daily 2026-06-25"]);
    expect((await history(one)).filter(({ localDate }) => localDate === "2026-06-25")).toHaveLength(1);
  });
});

test("rows that no question needs any more are deleted, each subscription's ninety newest days never", async () => {
  const { at, subscribe, history } = await scene("2026-01-01T06:30Z");
  const one = await subscribe();
  for (let day = 0; day < 130; day += 1) await at(Date.parse("2026-01-01T08:00Z") + day * DAY);
  await steady(at, Date.parse("2026-01-01T08:00Z") + 129 * DAY);
  const dates = (await history(one)).filter(({ slot }) => slot === "daily").map(({ localDate }) => localDate);
  expect(dates).toHaveLength(90 + 1);
  expect(dates[0]).toBe("2026-05-10");
});

test("the system's clock sleeps longer than Node.js's timers can, and no longer than asked", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  syncBuiltinESMExports();
  try {
    const asked = 2 ** 31 + 1_000;
    const woken: string[] = [];
    const slept = systemClock.sleep(asked).then(() => woken.push("woke"));
    for (const later of [1_000, 2 ** 31 - 1_001, 1_000]) {
      mock.timers.tick(later);
      await new Promise((resolve) => setImmediate(resolve));
      expect(woken).toEqual([]);
    }
    mock.timers.tick(1);
    await slept;
  } finally {
    mock.timers.reset();
    syncBuiltinESMExports();
  }
});

describe("traces of a clock that was ahead which cannot be undone", () => {
  test("one subscription that cannot be read gets nothing, and all others theirs", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    const { at, subscribe, texts } = await scene("2026-06-25T06:30Z", { store: await temporaryStore(path) });
    const [broken, whole] = [await subscribe(), await subscribe()];
    const other = new SQLite(path);
    other
      .prepare("update subscription set settings = '{}', next_due = '2027-01-01T09:00:00' where id = ?")
      .run(broken.id);
    other.prepare("update subscription set next_due = '2027-01-01T09:00:00' where id = ?").run(whole.id);
    other.close();
    await at("2026-06-25T07:00Z");
    expect(texts(broken.channelId)).toEqual([]);
    expect(texts(whole.channelId)).toEqual(["daily 2026-06-25"]);
  });

  test("who is due gets the post all the same", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    const { at, subscribe, texts } = await scene("2026-06-25T06:30Z", { store: await temporaryStore(path) });
    const [due, later] = [await subscribe(), await subscribe()];
    const other = new SQLite(path);
    other.prepare("update subscription set next_due = '2027-01-01T09:00:00' where id = ?").run(later.id);
    other.exec(`create trigger stuck before update on subscription when old.next_due >= '2027'
      begin select raise(abort, 'no'); end`);
    await at("2026-06-25T07:00Z");
    expect(texts(due.channelId)).toEqual(["daily 2026-06-25"]);
    expect(texts(later.channelId)).toEqual([]);
    other.exec("drop trigger stuck");
    other.close();
    await at("2026-06-25T07:01Z");
    expect(texts(later.channelId)).toEqual(["daily 2026-06-25"]);
  });
});
