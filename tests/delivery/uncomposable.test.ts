import { expect, test } from "vitest";
import { FakeClock } from "../support/clock.ts";
import { simpleComposer } from "./composer.ts";
import { recordingLog, scene } from "./support.ts";

test("a post that cannot be composed is told to the operator once an hour, and given up at its window's end", async () => {
  const clock = new FakeClock("2026-06-25T06:59Z");
  const { log, lines } = recordingLog(clock);
  const plain = simpleComposer();
  let composed = 0;
  const composer = {
    ...plain,
    compose(request: Parameters<typeof plain.compose>[0]) {
      if (request.settings.locale !== "fr") return plain.compose(request);
      composed += 1;
      throw new Error("a fact that cannot be told");
    },
  };
  const { subscribe, until, history, texts } = await scene("2026-06-25T06:59Z", { clock, log, composer });
  const broken = [
    await subscribe({ locale: "fr", lateWindow: 120 }),
    await subscribe({ locale: "fr", lateWindow: 120 }),
  ];
  const other = await subscribe();
  await until("2026-06-25T10:00Z");
  for (const one of broken) {
    const [row] = await history(one);
    expect(row).toMatchObject({
      state: "skipped",
      reason: "tries-failed-too-late",
      detail: expect.stringContaining("cannot be composed") as string,
    });
    expect(row?.attempts).toBeLessThanOrEqual(14);
    expect(texts(one.channelId)).toEqual([]);
  }
  expect(texts(other.channelId)).toEqual(["daily 2026-06-25"]);
  const told = lines().filter((line) => line.includes("cannot be composed"));
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told.length).toBeLessThanOrEqual(3);
  expect(composed).toBe(2); // on time and late
  expect(lines().filter((line) => line.includes("broke off"))).toEqual([]);
});
