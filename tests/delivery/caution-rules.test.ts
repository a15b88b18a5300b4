import { expect, test } from "vitest";
import { createCaution, type Ending } from "../../src/delivery/caution.ts";
import { chanceOfRefusals } from "../../src/delivery/odds.ts";
import { FakeClock } from "../support/clock.ts";

const NOW = "2026-06-25T07:00Z";
/** What ARCHITECTURE promises of a request: as good as impossible that it makes ten of those sent within a second. */
const RISK = 3e-7;

/** A caution to which so many ended so, one after the other, each begun and ended at one instant. */
function after(...endings: readonly (readonly [how: Ending, count: number])[]) {
  const clock = new FakeClock(NOW);
  const caution = createCaution(clock);
  const end = (how: Ending, count: number) => {
    for (let each = 0; each < count; each += 1) {
      caution.begun("unknown");
      caution.ended(how, "unknown");
    }
  };
  for (const [how, count] of endings) end(how, count);
  /** How many may be under way at one instant. */
  const most = () => {
    let count = 0;
    for (; count < 1_000 && caution.room(clock.now(), "unknown") <= clock.now(); count += 1) caution.begun("unknown");
    return count;
  };
  return { clock, end, most };
}

test("as many go as are as good as certain not to make ten refusals, by the share of the last half minute", () => {
  const before = { refused: 30, done: 271 };
  const { clock, most } = after(["refused", 30], ["done", 271]);
  clock.advance(1_001);
  const count = most();
  expect(chanceOfRefusals(10, count, before)).toBeLessThanOrEqual(RISK);
  expect(chanceOfRefusals(10, count + 1, before)).toBeGreaterThan(RISK);
});

test("what began and was refused within the last second is counted with them", () => {
  const before = { refused: 33, done: 272 };
  const { clock, end, most } = after(["refused", 30], ["done", 271]);
  clock.advance(1_001);
  end("refused", 3);
  end("done", 1);
  const count = most();
  expect(chanceOfRefusals(7, count, before)).toBeLessThanOrEqual(RISK);
  expect(chanceOfRefusals(7, count + 1, before)).toBeGreaterThan(RISK);
});

test("what ended more than half a minute ago tells nothing: nine at most", () => {
  const lately = after(["done", 1_000]);
  lately.clock.advance(29_999);
  expect(lately.most()).toBeGreaterThan(100);
  const later = after(["done", 1_000]);
  later.clock.advance(30_001);
  expect(later.most()).toBe(9);
});

test.each(["other", "refused"] as const)(
  "two refusals in a row, and %s after them, leave room for nine refusals and no more",
  (how) => {
    const { most } = after(["done", 1_000], ["refused", 2], [how, 1]);
    expect(most()).toBe(how === "refused" ? 6 : 7);
  },
);

test("what is done after two refusals in a row ends that", () => {
  expect(after(["done", 1_000], ["refused", 2], ["done", 1]).most()).toBeGreaterThan(20);
});
