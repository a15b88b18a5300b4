import type { IncomingMessage } from "node:http";

/**
 * Whether a request is meant for this machine: a name that somebody re-pointed here (DNS rebinding) is refused, and so is a web
 * page of another origin. `own` allows the pages of the very address asked; the bot's client, which is no page, sends no origin.
 */
export function isFromHere({ headers: { host = "", origin } }: IncomingMessage, pages: "own" | "none"): boolean {
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(host)) return false;
  return origin === undefined || (pages === "own" && origin === `http://${host}`);
}
