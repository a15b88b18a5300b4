import { expect, test } from "vitest";
import { withRealFacts } from "../main/bot.ts";
import { fuzzOverSockets } from "./fuzz/over-sockets.ts";

withRealFacts();

test("hostile input over sockets gets exactly one answer, in time, that Discord takes", async () => {
  const { answered, faults } = await fuzzOverSockets(1_000, 4);
  expect(faults).toEqual([]);
  expect(answered).toBe(1_000);
}, 120_000);
