import { expect, test } from "vitest";
import { fuzz } from "../commands/fuzz/fuzz.ts";
import { fuzzOverSockets } from "../commands/fuzz/over-sockets.ts";
import { withRealFacts } from "../main/bot.ts";

withRealFacts();

test("100,000 hostile inputs get one answer each, in time, that Discord takes, that pings nobody and escapes nowhere", async () => {
  const { answered, faults } = await fuzz(100_000, 2026);
  expect(faults).toEqual([]);
  expect(answered).toBe(100_000);
});

test("8,000 more over sockets, through the gateway and back, get exactly one answer each, within three seconds", async () => {
  const { answered, faults } = await fuzzOverSockets(8_000, 2026);
  expect(faults).toEqual([]);
  expect(answered).toBe(8_000);
});
