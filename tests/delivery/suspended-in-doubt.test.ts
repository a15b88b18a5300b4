import { expect, test } from "vitest";
import { scene } from "./support.ts";

test("a post in doubt whose calendar is suspended: in doubt still, not refused, and found", async () => {
  const { subscribe, standIn, at, history, store, clock, delivery, afterRestart, texts } =
    await scene("2026-06-25T06:00Z");
  const one = await subscribe();
  standIn.inject({ method: "POST", times: 1, action: { kind: "drop", stored: true } });
  await at("2026-06-25T07:00Z");
  await delivery.stop();
  await store.subscriptions.suspend(one.id, "no-access", clock.now(), "2026-06-26T09:00:00");
  expect((await history(one))[0]).toMatchObject({ state: "failed", fault: undefined });
  await afterRestart("2026-06-25T07:20Z");
  expect((await history(one))[0]).toMatchObject({ state: "sent", detail: "found in the channel" });
  expect(texts(one.channelId)).toEqual(["daily 2026-06-25"]);
});
