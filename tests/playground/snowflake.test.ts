import { expect, test } from "vitest";
import { guildSnowflakes, snowflakes } from "../../src/playground/snowflake.ts";
import { FakeClock } from "../support/clock.ts";

test.each(["2011-12-29T10:00:00Z", "2015-01-02T00:00:00Z", "2026-06-25T09:00:00Z", "2060-01-01T00:00:00Z"])(
  "ids of %s have 17 to 19 digits, grow, and none comes twice, even when the clock is set back",
  (start) => {
    const clock = new FakeClock(start);
    const [newId, newGuildId] = [snowflakes(clock), guildSnowflakes(clock)];
    const ids = Array.from({ length: 300 }, (_, n) => {
      clock.advance([0, 1, -5, 3_600_000, -7_200_000][n % 5] ?? 0);
      return newId();
    });
    const guilds = Array.from({ length: 300 }, newGuildId);
    for (const id of [...ids, ...guilds]) expect(id).toMatch(/^\d{17,19}$/u);
    expect(new Set([...ids, ...guilds]).size).toBe(600);
    expect(ids).toEqual(ids.toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)));
    const shards = guilds.map((id) => Number((BigInt(id) >> 22n) % 4n));
    for (const shard of [0, 1, 2, 3]) expect(shards.filter((each) => each === shard)).toHaveLength(75);
  },
);
