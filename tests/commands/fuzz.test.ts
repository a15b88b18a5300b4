import { expect, test } from "vitest";
import { fuzz } from "./fuzz/fuzz.ts";

test("hostile input gets an answer that Discord takes, that pings nobody and escapes nowhere", async () => {
  const { faults } = await fuzz(3_000, 4);
  expect(faults).toEqual([]);
}, 120_000);
