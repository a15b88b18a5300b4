import type { Fault } from "../../src/delivery/subscription.ts";

/**
 * What is documented to happen after each of Discord's codes, written down by hand from the documentation of Discord's API
 * (topics/opcodes-and-status-codes) and what it means for a post; src/delivery/failures.ts is held against it.
 * - posted: it counts as sent
 * - retry: again no sooner than so many minutes from now (0: after the backoff), and only this post; with a fault its admins are told
 * - pause: the same, and nobody is sent anything meanwhile
 * - suspend: given up for the day, its admins told; the second day in a row suspends it
 * - plain: at once as plain text; refused in that form as well, given up for the day, its admins told
 * - linkless: at once without links, then plain; else as plain
 * - tell: given up for the day, its admins told
 * - drop: given up for the day, nobody told: nothing to mend
 * - end: a person's reminders end; a server, which is never answered so, goes on the next day, and nobody is told
 * - offboard: the bot is not in the server: everything of it stops
 * - stop: the process ends with a message
 */
export type Documented =
  | { readonly means: "posted" | "plain" | "linkless" | "drop" | "end" | "offboard" | "stop" }
  | { readonly means: "retry"; readonly minutes: number; readonly fault?: Fault }
  | { readonly means: "pause"; readonly minutes: number }
  | { readonly means: "suspend" | "tell"; readonly fault: Fault };

const suspend = (fault: Fault) => ({ means: "suspend", fault }) as const;
const tell = (fault: Fault) => ({ means: "tell", fault }) as const;
const retry = (minutes: number, ...[fault]: [fault?: Fault]) =>
  ({ means: "retry", minutes, ...(fault && { fault }) }) as const;
const pause = (minutes: number) => ({ means: "pause", minutes }) as const;
const [posted, plain, linkless] = [{ means: "posted" }, { means: "plain" }, { means: "linkless" }] as const;
const [drop, end] = [{ means: "drop" }, { means: "end" }] as const;
const [offboard, stop] = [{ means: "offboard" }, { means: "stop" }] as const;
const notForPosts = tell("message-refused");

/** Code, the HTTP status that comes with it, what happens, and whether the people who run the bot are alerted. */
export const DOCUMENTED: readonly (readonly [code: number, status: number, what: Documented, alert?: "alert"])[] = [
  [10_003, 404, suspend("channel-gone")],
  [10_004, 404, offboard, "alert"],
  [10_008, 404, posted],
  [10_062, 404, notForPosts, "alert"],
  [10_087, 404, tell("tag-gone")],
  [20_016, 400, retry(1)],
  [20_022, 400, drop],
  [20_028, 400, retry(1)],
  [20_029, 400, retry(1)],
  [20_035, 403, plain],
  [30_003, 400, notForPosts, "alert"],
  [30_007, 400, notForPosts, "alert"],
  [30_013, 400, notForPosts, "alert"],
  [30_015, 400, plain, "alert"],
  [30_034, 400, notForPosts, "alert"],
  [30_038, 400, notForPosts, "alert"],
  [30_046, 400, drop],
  [40_001, 401, stop],
  [40_002, 403, stop],
  [40_003, 400, retry(10)],
  [40_004, 403, pause(5), "alert"],
  [40_005, 413, plain, "alert"],
  [40_006, 403, pause(5), "alert"],
  [40_033, 400, posted],
  [40_060, 400, notForPosts, "alert"],
  [40_062, 400, retry(1)],
  [40_066, 400, suspend("tag-refused")],
  [40_067, 400, suspend("tag-needed")],
  [40_333, 403, pause(10), "alert"],
  [50_001, 403, suspend("no-access")],
  [50_006, 400, plain, "alert"],
  [50_007, 403, end],
  [50_008, 400, suspend("wrong-channel")],
  [50_013, 403, suspend("no-permission")],
  [50_014, 403, stop],
  [50_024, 400, suspend("wrong-channel")],
  [50_035, 400, plain, "alert"],
  [50_045, 400, plain, "alert"],
  [50_083, 400, suspend("thread-locked")],
  [50_101, 400, plain],
  [50_278, 403, end],
  [130_000, 503, retry(0)],
  [160_002, 400, notForPosts, "alert"],
  [160_004, 400, posted],
  [160_005, 400, suspend("thread-locked")],
  [160_006, 400, retry(60, "threads-full")],
  [160_007, 400, retry(60, "threads-full")],
  [200_000, 403, tell("automod")],
  [200_001, 403, tell("automod")],
  [240_000, 400, linkless, "alert"],
  [340_015, 403, plain],
  [400_001, 403, plain],
  [520_002, 400, plain],
];
