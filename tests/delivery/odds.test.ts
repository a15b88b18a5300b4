import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { chanceOfRefusals } from "../../src/delivery/odds.ts";

test("where nothing is known all of ten may well be refused", () => {
  expect(chanceOfRefusals(10, 10, { refused: 0, done: 0 })).toBeCloseTo(0.1 / 10.1, 12);
});

test("of one more it is the share of those before it, and a little of what was held at first", () => {
  const count = integer({ min: 0, max: 2_000 });
  assert(
    property(count, count, (refused, done) => {
      expect(chanceOfRefusals(1, 1, { refused, done })).toBeCloseTo((refused + 0.1) / (refused + done + 1.1), 10);
    }),
  );
});

test("where thousands are known it is the binomial distribution: ten of forty at one in ten", () => {
  expect(chanceOfRefusals(10, 40, { refused: 1e7, done: 9e7 })).toBeCloseTo(0.005_063, 5);
});

test("more cannot be refused than are asked, and a chance is neither below 0 nor above 1", () => {
  expect(chanceOfRefusals(4, 3, { refused: 9, done: 0 })).toBe(0);
  const some = integer({ min: 0, max: 80 });
  assert(
    property(some, some, some, integer({ min: 0, max: 1_200 }), (least, requests, refused, done) => {
      const chance = chanceOfRefusals(least, requests, { refused, done });
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(chanceOfRefusals(least + 1, requests, { refused, done })).toBeLessThanOrEqual(chance + 1e-12);
    }),
  );
});
