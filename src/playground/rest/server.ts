import type { IncomingMessage, ServerResponse } from "node:http";
import { DateTime } from "luxon";
import type { LoggedRequest } from "../api.ts";
import { DiscordError } from "../errors.ts";
import type { Faults, Strike } from "../faults.ts";
import type { Limits, Verdict } from "../limits.ts";
import type { UploadedFile, World } from "../world.ts";
import { type ReadBody, readBody } from "./body.ts";
import type { Route } from "./route.ts";

export interface RestServer {
  readonly world: World;
  readonly limits: Limits;
  readonly faults: Faults;
  readonly log: LoggedRequest[];
  readonly routes: readonly Route[];
}

interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

/** Answers one request to /api/v10/..., as Discord would or as an injected fault says. */
export async function answerRest(
  server: RestServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", server.world.origin);
  const path = url.pathname.replace(/^\/api(\/v\d+)?/u, "");
  const read = await readBody(request).catch((error: unknown) => error);
  const entry: LoggedRequest = {
    at: server.world.clock.now(),
    method: request.method ?? "GET",
    path,
    query: url.search.slice(1),
    body: isRead(read) ? read.body : undefined,
    status: 0,
  };
  server.log.push(entry);
  const act = () => (isRead(read) ? handle(server, request, url, path, read) : written(read));
  await struckBy(
    server,
    server.faults.strike(entry.method, path),
    act,
    (answer, times = 1) => {
      entry.status = answer.status;
      const code = codeOf(answer.body);
      if (code !== undefined) entry.code = code;
      send(response, answer, dateOf(server), times);
    },
    request,
  );
}

/** Answers with an uploaded file, or as an injected fault says. */
export async function answerFile(
  server: RestServer,
  request: IncomingMessage,
  response: ServerResponse,
  { type, bytes }: UploadedFile,
): Promise<void> {
  const { pathname: path, search } = new URL(request.url ?? "/", server.world.origin);
  const at = server.world.clock.now();
  const entry: LoggedRequest = { at, method: "GET", path, query: search.slice(1), body: undefined, status: 0 };
  server.log.push(entry);
  const act = () => ({ status: 200, headers: { "Content-Type": type }, bytes });
  const reply = (answer: Written, times = 1) => {
    entry.status = answer.status;
    send(response, answer, dateOf(server), times);
  };
  await struckBy(server, server.faults.strike("GET", path), act, reply, request);
}

function dateOf({ world }: RestServer): string {
  return DateTime.fromMillis(world.clock.now()).toHTTP() ?? "";
}

function isRead(read: unknown): read is ReadBody {
  return typeof read === "object" && read !== null && "files" in read;
}

function codeOf(body: unknown): number | undefined {
  if (typeof body !== "object" || body === null || !("code" in body)) return undefined;
  return typeof body.code === "number" ? body.code : undefined;
}

type Reply = (answer: Written, times?: number) => void;

async function struckBy(
  server: RestServer,
  strike: Strike | undefined,
  act: () => Written,
  reply: Reply,
  request: IncomingMessage,
): Promise<void> {
  if (strike === undefined) return reply(act());
  const { action, struck, released } = strike;
  switch (action.kind) {
    case "answer": {
      struck();
      const { status, code, message, html, headers = {} } = action;
      if (html !== undefined)
        return reply({ status, headers: { "Content-Type": "text/html", ...headers }, text: html });
      return reply({ status, headers, body: { code: code ?? 0, message: message ?? `${status}` } });
    }
    case "limited": {
      struck();
      return reply(limited(action.retryAfter, action.scope, {}));
    }
    case "hang":
    case "drop": {
      if (action.stored) act();
      struck();
      if (action.kind === "drop") request.socket.destroy();
      return;
    }
    case "hold": {
      const answer = act();
      struck();
      await released;
      return reply(answer);
    }
    case "delay": {
      const early = action.effect === "late" ? undefined : act();
      struck();
      await server.world.stopwatch.sleep(action.milliseconds);
      return reply(early ?? act());
    }
    case "duplicate": {
      struck();
      return reply(act(), 2);
    }
    default:
      return action satisfies never;
  }
}

function handle(server: RestServer, request: IncomingMessage, url: URL, path: string, read: ReadBody): Written {
  const found = find(server.routes, request.method ?? "GET", path);
  if (found === undefined) return { status: 404, headers: {}, body: { message: "404: Not Found", code: 0 } };
  const { route, params } = found;
  if (route.open !== true && request.headers.authorization !== `Bot ${server.world.token}`) {
    return { status: 401, headers: {}, body: { message: "401: Unauthorized", code: 0 } };
  }
  const verdict = server.limits.count(route, params);
  if (verdict.retryAfter !== undefined) return tooMany(verdict, verdict.retryAfter);
  try {
    const answer = route.handle({ world: server.world, params, query: url.searchParams, ...read });
    return { status: answer.status, headers: verdict.headers, body: answer.body };
  } catch (error) {
    const refused = written(error);
    return { ...refused, headers: { ...verdict.headers, ...refused.headers } };
  }
}

function find(routes: readonly Route[], method: string, path: string) {
  const parts = path.split("/");
  for (const route of routes) {
    const wanted = route.path.split("/");
    if (route.method !== method || wanted.length !== parts.length) continue;
    const fits = wanted.every((part, at) => part.startsWith("{") || part === parts[at]);
    if (!fits) continue;
    const params: Record<string, string> = {};
    for (const [at, part] of wanted.entries()) if (part.startsWith("{")) params[part.slice(1, -1)] = parts[at] ?? "";
    return { route, params };
  }
  return undefined;
}

/** A refusal as Discord writes it; anything else is a fault of the stand-in, and says so. */
function written(error: unknown): Written {
  if (error instanceof DiscordError) return { status: error.status, headers: {}, body: error.body };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, headers: {}, body: { code: 0, message: `The stand-in itself failed: ${message}` } };
}

function tooMany(verdict: Verdict, retryAfter: number): Written {
  return limited(retryAfter, verdict.isGlobal ? "global" : "user", verdict.headers);
}

function limited(retryAfter: number | null, scope: string, headers: Readonly<Record<string, string>>): Written {
  const wait = retryAfter === null ? {} : { "Retry-After": String(Math.ceil(retryAfter * 1000) / 1000) };
  const isGlobal = scope === "global";
  return {
    status: 429,
    headers: { ...headers, ...wait, "X-RateLimit-Scope": scope, ...(isGlobal ? { "X-RateLimit-Global": "true" } : {}) },
    body: {
      message: "You are being rate limited.",
      global: isGlobal,
      ...(retryAfter === null ? {} : { retry_after: retryAfter }),
    },
  };
}

function send(response: ServerResponse, answer: Written, date: string, times: number): void {
  if (answer.status === 204) {
    response.writeHead(204, { Date: date, ...answer.headers }).end();
    return;
  }
  const content = Buffer.from(answer.bytes ?? answer.text ?? JSON.stringify(answer.body));
  const headers = {
    Date: date,
    "Content-Type": "application/json",
    ...answer.headers,
    "Content-Length": String(content.byteLength),
  };
  if (times > 1) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const head = [`HTTP/1.1 ${answer.status} OK`, ...lines, "", ""].join("\r\n");
    response.socket?.write(Buffer.concat([Buffer.from(head), content]));
  }
  response.writeHead(answer.status, headers).end(content);
}
