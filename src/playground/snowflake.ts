import type { Clock } from "../ports.ts";

/** 2015-01-01T00:00Z: Discord counts its ids from there (reference, Snowflakes). */
const DISCORD_EPOCH = 1_420_070_400_000;
/** The client library takes 17 to 19 digits for an id; so clocks before October 2015 count from here. */
const LEAST = 10n ** 17n;

/** Ids as Discord makes them: 18 or 19 digits, growing, holding their instant. */
export function snowflakes(clock: Clock): () => string {
  let last = LEAST;
  return () => {
    const stamp = BigInt(Math.max(0, Math.floor(clock.now()) - DISCORD_EPOCH)) << 22n;
    last = stamp > last ? stamp : last + 1n;
    return last.toString();
  };
}
