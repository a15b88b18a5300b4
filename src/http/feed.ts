import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Clock, Instant } from "../ports.ts";
import { type Listening, listen } from "./listen.ts";

/** So many feeds are kept, each a hundred kilobytes at most; the one that was asked for longest ago goes first. */
const KEPT = 100;
/** A feed that is not kept is written at most so often, for all together: answers to people on Discord come first. */
const BETWEEN_FEEDS = 500;
const LONGEST_PATH = 300;
const CONNECTIONS = 200;
const PATIENCE = 10_000;
/** Calendars ask again after so many seconds. */
const FRESH = 6 * 3_600;

/** Where feeds come from. */
export interface FeedSource {
  /** What names the present state of a feed: it stays until the feed changes. Undefined where the path is no feed's. */
  edition(path: string, now: Instant): string | undefined;
  /** An edition of a feed as iCalendar. */
  write(path: string, edition: string): string;
}

/**
 * GET of a feed's path: the feed as iCalendar, with an ETag by which a calendar that has it is told so (304). At most a hundred feeds are
 * kept and two a second written: beyond that it answers 503, with when to come back. Throws Fatal as listen().
 */
export async function startFeeds(
  at: { readonly host: string; readonly port: number },
  source: FeedSource,
  clock: Clock,
): Promise<Listening> {
  const feeds = createFeeds(source, clock);
  const server = createServer((request, response) => serve(request, response, feeds));
  server.maxConnections = CONNECTIONS;
  server.requestTimeout = PATIENCE;
  server.headersTimeout = PATIENCE;
  return listen(server, at, "The calendar feeds", "FEED");
}

interface Written {
  readonly edition: string;
  readonly text: string;
  readonly etag: string;
}

type Feeds = (path: string) => Written | "unknown" | "busy";

function createFeeds(source: FeedSource, clock: Clock): Feeds {
  const kept = new Map<string, Written>();
  let last: Instant = Number.NEGATIVE_INFINITY;
  return (path) => {
    const now = clock.now();
    const edition = source.edition(path, now);
    if (edition === undefined) return "unknown";
    const known = kept.get(path);
    const isPresent = known?.edition === edition;
    if (!isPresent && now >= last && now - last < BETWEEN_FEEDS) return "busy";
    if (!isPresent) last = now;
    const written = isPresent ? known : writtenOf(source.write(path, edition), edition);
    kept.delete(path);
    kept.set(path, written); // the last in the order of asking
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return written;
  };
}

function writtenOf(text: string, edition: string): Written {
  return { edition, text, etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}

function serve(request: IncomingMessage, response: ServerResponse, feeds: Feeds): void {
  const { method, url = "" } = request;
  if (method !== "GET" && method !== "HEAD") return void response.writeHead(405, { Allow: "GET, HEAD" }).end();
  const found = url.length > LONGEST_PATH ? "unknown" : feeds(url);
  if (found === "unknown") return void response.writeHead(404).end();
  if (found === "busy") return void response.writeHead(503, { "Retry-After": "5" }).end();
  const headers = { ETag: found.etag, "Cache-Control": `public, max-age=${FRESH}` };
  if (isKnown(request.headers["if-none-match"], found.etag)) return void response.writeHead(304, headers).end();
  const type = { "Content-Type": "text/calendar; charset=utf-8", "Content-Length": Buffer.byteLength(found.text) };
  response.writeHead(200, { ...headers, ...type, "X-Content-Type-Options": "nosniff" });
  response.end(method === "HEAD" ? undefined : found.text);
}

/** RFC 9110, section 13.1.2: a list of tags, compared without their weakness, or any. */
function isKnown(given: string | undefined, etag: string): boolean {
  return (given ?? "").split(",").some((each) => ["*", etag].includes(each.trim().replace(/^W\//, "")));
}
