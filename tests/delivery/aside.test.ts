import { expect, test } from "vitest";
import { scene } from "./support.ts";

test("a trial waits in the line of all posts, and is not made while everything pauses", async () => {
  const { at, subscribe, standIn, delivery } = await scene("2026-06-25T06:00Z");
  const { channelId } = await subscribe();
  const message = { body: { content: "a trial" }, files: [] };
  expect(await delivery.aside.createMessage(channelId, message, "one")).toMatchObject({ outcome: "done" });
  standIn.inject({ method: "POST", action: { kind: "limited", retryAfter: 300, scope: "global" } });
  await at("2026-06-25T07:00Z");
  const before = standIn.requests.length;
  expect(await delivery.aside.createMessage(channelId, message, "two")).toMatchObject({ outcome: "unreachable" });
  expect(standIn.requests).toHaveLength(before);
});

test("what a trial is refused counts like every refusal", async () => {
  const { subscribe, delivery, clock } = await scene("2026-06-25T06:00Z");
  const { channelId } = await subscribe({}, { permissions: 0n });
  const message = { body: { content: "a trial" }, files: [] };
  const attempt = (count: number) => delivery.aside.createMessage(channelId, message, `${count}`);
  for (let count = 0; count < 9; count += 1)
    expect(await attempt(count)).toMatchObject({ outcome: "refused", code: 50_001 });
  const tenth = attempt(9);
  await expect.poll(() => clock.nextWake()).toBe(Date.parse("2026-06-25T06:00:01Z"));
  clock.advance(1_000);
  expect(await tenth).toMatchObject({ outcome: "refused", code: 50_001 });
});
