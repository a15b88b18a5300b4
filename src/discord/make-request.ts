import type { Clock } from "../ports.ts";
import type { MakeRequest } from "./breaker.ts";
import { retryAfterOf } from "./retry-after.ts";

/** The pause where Discord named none. */
const DEFAULT_PAUSE = 60_000;

/** 401 to a request that bore our token. The library would drop the token, and fail from then on without saying why. */
export class TokenRefused extends Error {
  constructor() {
    super("Discord refused the bot's token (401)");
    this.name = "TokenRefused";
  }
}

/** 429; retryAfter in milliseconds. */
export class Limited extends Error {
  readonly retryAfter: number;
  readonly scope: "user" | "global" | "shared";
  readonly code: number;

  constructor(retryAfter: number, scope: Limited["scope"], code: number) {
    super(`Discord limits such requests (${scope}) for ${retryAfter / 1_000} s`);
    this.name = "Limited";
    this.retryAfter = retryAfter;
    this.scope = scope;
    this.code = code;
  }
}

/** Tells of a refused token once and keeps the client as it is. */
export function watchToken(makeRequest: MakeRequest, refused: () => void): MakeRequest {
  return async (url, init) => {
    const response = await makeRequest(url, init);
    if (response.status !== 401 || !bearsToken(init.headers)) return response;
    await response.arrayBuffer();
    refused();
    throw new TokenRefused();
  };
}

/** Gives a 429 back at once, with Discord's code, instead of waiting it out before everything behind it. */
export function withoutWaiting(makeRequest: MakeRequest, clock: Clock): MakeRequest {
  return async (url, init) => {
    const response = await makeRequest(url, init);
    if (response.status !== 429) return response;
    const body = await response.json();
    const scope = response.headers.get("X-RateLimit-Scope");
    const code = typeof body === "object" && body !== null && "code" in body ? Number(body.code) || 0 : 0;
    throw new Limited(
      retryAfterOf(response.headers.get("Retry-After"), clock.now()) ?? DEFAULT_PAUSE,
      scope === "global" || scope === "shared" ? scope : "user",
      code,
    );
  };
}

function bearsToken(headers: unknown): boolean {
  return typeof headers === "object" && headers !== null && "Authorization" in headers;
}
