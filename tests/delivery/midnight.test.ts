import { expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { type Scene, scene } from "./support.ts";

const TURN_CAME_TOO_LATE = /^(?:crowded-out|tries-failed(?: .*)?)$/;

/** What became of a date's post of each: when it was stored, or why it was given up. */
async function fates({ history, standIn }: Scene, all: readonly Subscription[], date: string) {
  const sent: string[] = [];
  const skipped: string[] = [];
  for (const one of all) {
    const posts = standIn
      .messages(one.channelId)
      .filter((message) => JSON.stringify(message).includes(`daily ${date}`));
    const row = (await history(one)).find(({ localDate }) => localDate === date);
    expect([row?.state, posts.length]).toEqual(row?.state === "sent" ? ["sent", 1] : ["skipped", 0]);
    if (row?.state === "skipped") skipped.push([row.reason, row.detail].join(" ").trim());
    sent.push(...posts.map(({ timestamp }) => new Date(timestamp).toISOString()));
  }
  return { sent: sent.toSorted(), skipped };
}

test("more due at 23:59 than can be sent before midnight: none on the next day, the rest on record with the true reason", async () => {
  const stage = await scene("2026-06-24T21:58Z", { pace: 2, spread: 30 });
  const all: Subscription[] = [];
  for (let count = 0; count < 200; count += 1) all.push(await stage.subscribe({ postAt: "23:59" }));
  await stage.until("2026-06-24T22:05Z"); // the first day costs a look into each channel
  stage.clock.set("2026-06-25T21:58Z");
  await stage.until("2026-06-25T22:05Z"); // 00:05 on the 26th in Brussels
  const { sent, skipped } = await fates(stage, all, "2026-06-25");
  expect(sent.length).toBeGreaterThan(110); // two a second for a minute
  expect(sent.at(-1)).toMatch(/^2026-06-25T21:59/);
  expect(skipped).toHaveLength(200 - sent.length);
  for (const reason of skipped) expect(reason).toMatch(TURN_CAME_TOO_LATE);
  stage.clock.set("2026-06-26T21:58Z");
  await stage.until("2026-06-26T22:05Z");
  const next = await fates(stage, all, "2026-06-26");
  expect(next.sent.at(-1)).toMatch(/^2026-06-26T21:59/);
});

test("whose date ends soon comes before all others that are due", async () => {
  const stage = await scene("2026-06-25T21:54Z", { pace: 2, spread: 30 });
  const [hurried, patient]: [Subscription[], Subscription[]] = [[], []];
  for (let count = 0; count < 120; count += 1) {
    patient.push(await stage.subscribe({ postAt: "21:55", zone: "UTC" }));
    hurried.push(await stage.subscribe({ postAt: "23:55" }));
  }
  await stage.until("2026-06-25T22:10Z");
  const soon = await fates(stage, hurried, "2026-06-25");
  const others = await fates(stage, patient, "2026-06-25");
  expect(soon.skipped).toEqual([]);
  expect(soon.sent.at(-1)?.localeCompare(others.sent[0] ?? "")).toBe(-1);
  expect(others.sent).toHaveLength(120);
});

test("Discord away over midnight: what waited is on record with what Discord said, and is never sent on the next day", async () => {
  const stage = await scene("2026-06-25T21:54Z");
  const all: Subscription[] = [];
  for (let count = 0; count < 30; count += 1) all.push(await stage.subscribe({ postAt: "23:55" }));
  const away = stage.standIn.inject({
    method: "POST",
    times: Number.POSITIVE_INFINITY,
    action: { kind: "answer", status: 503 },
  });
  await stage.until("2026-06-25T22:01Z");
  away.remove();
  await stage.until("2026-06-25T22:30Z");
  const { sent, skipped } = await fates(stage, all, "2026-06-25");
  expect(sent).toEqual([]);
  expect(skipped.filter((reason) => reason.includes("HTTP 503")).length).toBeGreaterThan(0);
  for (const reason of skipped) expect(reason).toMatch(TURN_CAME_TOO_LATE);
});
