import { DiscordAPIError, HTTPError, RateLimitError } from "@discordjs/rest";
import { ZodError } from "zod";
import type { Answer } from "../ports.ts";
import { BreakerOpen, TurnedAway } from "./breaker.ts";
import { Limited, TokenRefused } from "./make-request.ts";

/** Node's and undici's codes for a connection that did not come about: nothing was sent. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** One request's answer as delivery's closed union. Throws what neither Discord nor the network did: our own mistakes. */
export async function outcomeOf<T>(request: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { outcome: "done", value: await request() };
  } catch (error) {
    const answer = failureOf(error);
    if (answer === undefined) throw error;
    return answer;
  }
}

/** What an error of the REST client says of the request; undefined for an error that is not about one. */
function failureOf(error: unknown): Exclude<Answer<never>, { outcome: "done" }> | undefined {
  if (error instanceof DiscordAPIError)
    return { outcome: "refused", status: error.status, code: Number(error.code) || 0, message: error.message };
  if (error instanceof HTTPError) return { outcome: "refused", status: error.status, code: 0, message: error.message };
  if (error instanceof TokenRefused) return { outcome: "refused", status: 401, code: 0, message: error.message };
  if (error instanceof Limited)
    return { outcome: "limited", retryAfter: error.retryAfter, scope: error.scope, code: error.code };
  if (error instanceof RateLimitError)
    return { outcome: "limited", retryAfter: error.retryAfter, scope: error.scope, code: 0, unsent: true };
  if (error instanceof TurnedAway) return { outcome: "barred", retryAfter: error.retryAfter };
  if (error instanceof BreakerOpen) return { outcome: "unreachable", reason: error.message };
  // a success that does not read as Discord's: a proxy or a captive portal may have said it
  if (error instanceof ZodError) return { outcome: "unanswered", reason: "the answer was not Discord's" };
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code !== undefined && NEVER_SENT.has(code)) return { outcome: "unreachable", reason: `${code} ${error.message}` };
  if (code !== undefined || error.name === "AbortError" || error.name === "TimeoutError")
    return { outcome: "unanswered", reason: code ?? "no answer in time" };
  return undefined;
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
