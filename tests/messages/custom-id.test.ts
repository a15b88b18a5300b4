import * as fc from "fast-check";
import { expect, test } from "vitest";
import { customId, parseCustomId } from "../../src/messages/custom-id.ts";

const word = fc.string({ minLength: 1, maxLength: 8, unit: "grapheme-ascii" });

test("what is put in comes back, whatever it is made of", () => {
  fc.assert(
    fc.property(
      word,
      word,
      fc.array(fc.string({ maxLength: 6, unit: "grapheme-ascii" }), { maxLength: 2 }),
      (command, action, args) => {
        expect(parseCustomId(customId(command, action, ...args))).toEqual({ command, action, args });
      },
    ),
  );
});

test("anything at all can be read without a crash", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((rest) => `v1:${rest}`),
      ),
      (id) => {
        expect(() => parseCustomId(id)).not.toThrow();
      },
    ),
  );
});

test("an id beyond Discord's 100 characters is refused, not cut", () => {
  expect(customId("on", "day", "x".repeat(90)).length).toBe(100);
  expect(() => customId("on", "day", "x".repeat(91))).toThrow(RangeError);
});

test.each(["", "v1", "v1:", "v1:on", "v0:on:day", "on:day", "v1::day", "v1:on:%"])("%j is nobody's", (id) => {
  expect(parseCustomId(id)).toBeUndefined();
});
