import type { Clock, Instant } from "../ports.ts";

/** 2015-01-01T00:00Z: Discord counts its ids from there (reference, Snowflakes). */
const DISCORD_EPOCH = 1_420_070_400_000;
/** 2015-11-01: earlier ids have fewer than the 17 digits that the client library takes for an id; so all count from here. */
const EARLIEST = 1_446_336_000_000;
/** Keeps the ids of servers apart from all others. */
const APART = 1n << 21n;

/** Ids as Discord makes them: 18 or 19 digits, growing, holding their instant. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const stamp = stampOf(clock.now());
    last = stamp > last ? stamp : last + 1n;
    return last.toString();
  };
}

/**
 * Ids of servers, each a millisecond apart: a shard serves every so many-th millisecond (events/gateway, Sharding), and
 * servers that a test makes at one instant would else all be one shard's.
 */
export function guildSnowflakes(clock: Clock): () => string {
  let made = 0;
  return () => {
    made += 1;
    return (stampOf(Math.max(EARLIEST, clock.now()) + made) + APART).toString();
  };
}

function stampOf(instant: Instant): bigint {
  return BigInt(Math.max(EARLIEST, Math.floor(instant)) - DISCORD_EPOCH) << 22n;
}
