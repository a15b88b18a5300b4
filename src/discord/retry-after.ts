import { DateTime } from "luxon";
import type { Instant } from "../ports.ts";

/** No pause that a header asks for is taken for longer than this. */
const LONGEST = 86_400_000;
const SECONDS = /^\d+(\.\d+)?$/;

/** The milliseconds that a Retry-After header (seconds, or an HTTP date) asks for; undefined where it asks for no pause. */
export function retryAfterOf(header: string | null, now: Instant): number | undefined {
  const text = header?.trim() ?? "";
  const wait = SECONDS.test(text) ? Number(text) * 1_000 : DateTime.fromHTTP(text).toMillis() - now;
  return wait > 0 ? Math.min(wait, LONGEST) : undefined;
}
