import { expect, test } from "vitest";
import { scene } from "./support.ts";

test("no request begins that its claim might not outlive: whoever waited so long for a turn claims anew first", async () => {
  const { until, subscribe, texts, history } = await scene("2026-06-25T06:59Z", { pace: 1 / 18 });
  const all = [];
  for (let count = 0; count < 4; count += 1) all.push(await subscribe());
  await until("2026-06-25T07:10Z");
  expect(all.map(({ channelId }) => texts(channelId))).toEqual(all.map(() => ["daily 2026-06-25"]));
  const attempts = await Promise.all(all.map(async (one) => (await history(one))[0]?.attempts ?? 0));
  // turns at 0, 18, 36 and 54 seconds: a request may take 15 of the claim's 60
  expect(attempts.toSorted((one, other) => one - other)).toEqual([1, 1, 1, 2]);
});
