import { createHash } from "node:crypto";
import type { Clock, Instant } from "../ports.ts";
import type { StandInOptions } from "./api.ts";
import type { Route } from "./rest/route.ts";

interface Window {
  readonly from: Instant;
  used: number;
}

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait, when the request is refused. */
  readonly retryAfter?: number;
  readonly isGlobal: boolean;
}

const MAJOR = ["channel_id", "guild_id", "webhook_id", "webhook_token"];
const SECOND = 1_000;

/** Discord's request limits: one bucket a route and top-level resource, 50 requests a second over all (topics/rate-limits). */
export class Limits {
  readonly #clock: Clock;
  readonly #settings: StandInOptions["limits"];
  readonly #windows = new Map<string, Window>();

  constructor(clock: Clock, settings: StandInOptions["limits"]) {
    this.#clock = settings?.clock ?? clock;
    this.#settings = settings;
  }

  /** Counts one request and says whether it may pass. Without settings all may, and the headers show a fresh bucket. */
  count(route: Route, params: Readonly<Record<string, string>>): Verdict {
    const key = `${route.method} ${route.path}`;
    const bucket = createHash("md5").update(key).digest("hex");
    const { limit, span } = this.#limitOf(route);
    const major = MAJOR.map((name) => params[name] ?? "").join(":");
    const global =
      route.open === true ? undefined : this.#take("global", this.#settings?.globalPerSecond ?? 50, SECOND);
    if (global?.refused === true) return { headers: {}, retryAfter: global.left / SECOND, isGlobal: true };
    const own = this.#take(`${bucket}:${major}`, limit, span);
    const headers = {
      "X-RateLimit-Limit": String(limit),
      "X-RateLimit-Remaining": String(own.remaining),
      "X-RateLimit-Reset": String((this.#clock.now() + own.left) / SECOND),
      "X-RateLimit-Reset-After": String(own.left / SECOND),
      "X-RateLimit-Bucket": bucket,
    };
    return { headers, isGlobal: false, ...(own.refused ? { retryAfter: own.left / SECOND } : {}) };
  }

  #limitOf(route: Route): { readonly limit: number; readonly span: number } {
    const isPost = route.method === "POST" && route.path === "/channels/{channel_id}/messages";
    return isPost ? { limit: this.#settings?.messagesPer5Seconds ?? 5, span: 5 * SECOND } : { limit: 50, span: SECOND };
  }

  #take(key: string, limit: number, span: number) {
    if (this.#settings === undefined) return { refused: false, remaining: limit - 1, left: span };
    const now = this.#clock.now();
    const present = this.#windows.get(key);
    const window = present !== undefined && now - present.from < span ? present : { from: now, used: 0 };
    this.#windows.set(key, window);
    const left = window.from + span - now;
    if (window.used >= limit) return { refused: true, remaining: 0, left };
    window.used += 1;
    return { refused: false, remaining: limit - window.used, left };
  }
}
