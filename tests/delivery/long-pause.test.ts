import { expect, test } from "vitest";
import { scene } from "./support.ts";

test("after three months down everybody with every overview gets today's post", async () => {
  const { at, subscribe, texts, history } = await scene("2026-01-01T06:30Z");
  const all = [];
  for (let count = 0; count < 21; count += 1) all.push(await subscribe({ headsUpDays: 7, weekly: 1 }));
  await at("2026-04-01T07:00Z");
  for (const one of all) {
    expect(texts(one.channelId)).toContain("daily 2026-04-01");
    expect((await history(one)).filter(({ state }) => state === "skipped").length).toBeGreaterThan(60);
  }
});
