import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { ZodError } from "zod";
import { isFromHere } from "./loopback.ts";
import { pageState, pageVerbs, type Shown, seenBy } from "./page-api.ts";
import { readBody, readBytes } from "./rest/body.ts";

const PAGE = join(import.meta.dirname, "page");
const FLAGS = join(dirname(createRequire(import.meta.url).resolve("flag-icons/package.json")), "flags", "4x3");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

const LONGEST_NAME = 260;

/** Serves the page, its flags, its verbs and its events; nothing else, and to nobody but this machine's browser. */
export function pageServer(shown: Shown): Server {
  const verbs = pageVerbs(shown);
  return createServer((request, response) => {
    answer(shown, verbs, request, response).catch((error: unknown) => response.destroy(Error(String(error))));
  });
}

async function answer(
  shown: Shown,
  verbs: ReturnType<typeof pageVerbs>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  for (const [name, value] of Object.entries(securityHeaders(shown))) response.setHeader(name, value);
  if (!isFromHere(request, "own")) return json(response, 403, { error: "This page answers only itself" });
  if (request.method === "GET" && url.pathname === "/events") return events(shown, response);
  if (request.method === "GET" && url.pathname === "/state") return json(response, 200, pageState(shown));
  if (request.method === "GET") return file(url.pathname, response);
  const act = actIn(shown, verbs, request, url);
  if (act === undefined) return json(response, 404, { error: "Not found" });
  try {
    return json(response, 200, await act());
  } catch (error) {
    return json(response, 400, { error: wordsOf(error) });
  }
}

/** What the request asks to be done: a verb with its JSON, or a file taken in. Undefined for anything else. */
function actIn(
  { discord }: Shown,
  verbs: ReturnType<typeof pageVerbs>,
  request: IncomingMessage,
  { pathname, searchParams }: URL,
): (() => Promise<object>) | undefined {
  const type = request.headers["content-type"];
  const verb = verbs.get(pathname.slice(1));
  if (request.method !== "POST") return undefined;
  if (verb !== undefined && type === "application/json") return async () => verb((await readBody(request)).body);
  if (pathname !== "/upload" || type !== "application/octet-stream") return undefined;
  const contentType = searchParams.get("type") ?? "";
  return async () => ({
    id: discord.upload({
      name: (searchParams.get("name") ?? "file").slice(0, LONGEST_NAME),
      ...(contentType !== "" && { contentType }),
      bytes: await readBytes(request),
    }).id,
  });
}

/** What went wrong, for the person at the page. */
function wordsOf(error: unknown): string {
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => `${path.join(" ")}: ${message}`).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** Nothing runs or loads but the page's own files, and pictures that the bot uploaded to the stand-in. */
function securityHeaders({ discord }: Shown): Readonly<Record<string, string>> {
  const pictures = new URL(discord.url).origin;
  return {
    "Content-Security-Policy":
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' ${pictures}; connect-src 'self'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

async function file(path: string, response: ServerResponse): Promise<void> {
  const flag = /^\/flags\/([a-z]{2}(?:-[a-z]{2,4})?)\.svg$/u.exec(path)?.[1];
  const own = /^\/([a-z][a-z-]*\.(?:html|css|js|svg))?$/u.exec(path);
  const name =
    flag === undefined ? (own === null ? undefined : join(PAGE, own[1] ?? "index.html")) : join(FLAGS, `${flag}.svg`);
  const bytes = name === undefined ? undefined : await readFile(name).catch(() => undefined);
  if (name === undefined || bytes === undefined) return json(response, 404, { error: "Not found" });
  response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream" }).end(bytes);
}

/** Server-sent events: "message" and "deleted" for what this person sees, "refresh" for all else. */
function events(shown: Shown, response: ServerResponse): void {
  const { discord, clock, channelId, directId } = shown;
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  // So soon the page looks again for a playground that was stopped.
  response.write("retry: 500\n\n");
  const send = (event: string, data: object) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const stop = discord.watch((change) => {
    const isHere = change.channelId === channelId || change.channelId === directId;
    if (change.kind === "commands") send("refresh", {});
    if (isHere && change.kind === "message-deleted") send("deleted", { id: change.messageId });
    const message = seenBy(shown).find(({ id }) => isHere && id === change.messageId);
    if (message !== undefined) send("message", message);
  });
  const stopClock = clock.onSet(() => send("refresh", {}));
  send("refresh", {});
  response.on("close", () => {
    stop();
    stopClock();
  });
}
