import { expect, test } from "vitest";
import { fuzz } from "../commands/fuzz/fuzz.ts";

test("100,000 hostile inputs get one answer each, in time, that Discord takes, that pings nobody and escapes nowhere", async () => {
  const { answered, faults } = await fuzz(100_000, 2026);
  expect(faults).toEqual([]);
  expect(answered).toBe(100_000);
});
