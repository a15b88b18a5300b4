import { expect, test } from "vitest";
import { whoIsDue } from "../../src/delivery/round.ts";
import { subscribed, temporaryStore } from "../store/support.ts";

const START = Date.parse("2026-06-24T05:00Z");

// Brussels is two hours ahead: in time, at the end of the date, and after a night in which nobody ran
test.each([
  ["09:00", "07:00"],
  ["23:55", "21:55"],
  ["09:00", "16:00"],
])("those that refuse at %s have another order on each date, looked at from %s UTC", async (postAt, utc) => {
  const store = await temporaryStore();
  for (let count = 0; count < 60; count += 1) {
    const guildId = String(300_000_000_000_000_000n + BigInt(count));
    const { id, channelId } = await subscribed(store, { postAt, lateWindow: 720, guildId }, START);
    await store.subscriptions.refused(id, "no-access", START, channelId);
  }
  const orders: (readonly string[])[] = [];
  for (const date of ["2026-06-24", "2026-06-25"]) {
    const now = Date.parse(`${date}T${utc}Z`);
    const turns = await whoIsDue({ store }, 30, now);
    expect(turns).toHaveLength(60);
    orders.push(turns.toSorted((one, other) => one.at - other.at).map(({ id }) => id));
    await store.ledger.claim(turns, now, now + 60_000);
  }
  expect(orders[0]).not.toEqual(orders[1]);
  expect(orders[0]?.toSorted()).toEqual(orders[1]?.toSorted());
});
