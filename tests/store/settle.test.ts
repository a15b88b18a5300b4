import { expect, test } from "vitest";
import { FakeClock } from "../support/clock.ts";
import { subscribed, temporaryStore } from "./support.ts";

test("a next try at no instant is refused, and the row waits for its lease", async () => {
  const clock = new FakeClock("2026-06-25T07:00Z");
  const store = await temporaryStore();
  const { id } = await subscribed(store, {}, clock.now());
  const [row] = await store.ledger.claim([{ id, seen: true, since: clock.now() }], clock.now(), clock.now() + 60_000);
  if (row === undefined) throw new Error("nothing was due");
  for (const wakeAt of [Number.NaN, Number.POSITIVE_INFINITY])
    await expect(
      store.ledger.settle(row, { state: "failed", wakeAt, uncertainSince: undefined, detail: "" }, clock.now()),
    ).rejects.toThrow(RangeError);
  expect(await store.ledger.history(row.subscriptionId, 1)).toMatchObject([{ key: row.key, state: "claimed" }]);
  expect(await store.ledger.nextWake([])).toBe(clock.now() + 60_000);
});
