import type { Almanac } from "../../src/almanac/almanac.ts";
import { openAlmanac } from "../../src/almanac/open.ts";

/** The archive of data/ as the bot opens it; its index is kept between runs, and never stale. */
export function realAlmanac(): Almanac {
  return openAlmanac("data", ".attache/cache");
}
