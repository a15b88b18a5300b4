import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { WebSocketServer } from "ws";
import type { LoggedRequest, StandIn, StandInOptions } from "./api.ts";
import { Faults } from "./faults.ts";
import { Gateway } from "./gateway/gateway.ts";
import { Limits } from "./limits.ts";
import { isFromHere } from "./loopback.ts";
import { interactIn } from "./person.ts";
import { population } from "./population.ts";
import { commandRoutes } from "./rest/commands.ts";
import { directoryRoutes } from "./rest/directory.ts";
import { interactionRoutes } from "./rest/interactions.ts";
import { messageRoutes } from "./rest/messages.ts";
import { ok, type Route } from "./rest/route.ts";
import { answerFile, answerRest, type RestServer } from "./rest/server.ts";
import { threadRoutes } from "./rest/threads.ts";
import { takeUpload } from "./uploads.ts";
import { createWorld, type World } from "./world.ts";

/** A token of the shape Discord's have, which nobody can know before. */
function madeUpToken(): string {
  return `MTAwMDAwMDAwMDAwMDAwMDAw.${randomBytes(4).toString("base64url")}.${randomBytes(27).toString("base64url")}`;
}

const NONCE_WINDOW = 3 * 60_000;

/**
 * Starts a stand-in for Discord on 127.0.0.1: REST and gateway over real sockets, every request checked against
 * Discord's own description and the documented rules. Rejects when the port is taken.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { clock, stopwatch = clock, token = madeUpToken(), nonceWindow = NONCE_WINDOW } = options;
  const world = createWorld({ clock, stopwatch, token, nonceWindow });
  const gateway = new Gateway(world, options.gateway);
  const faults = new Faults();
  const log: LoggedRequest[] = [];
  const limits = new Limits(stopwatch, options.limits);
  const rest: RestServer = { world, faults, log, limits, routes: allRoutes(gateway) };
  const http = serve(world, rest);
  const sockets = acceptGateway(http, gateway);
  await listen(http, options.port ?? 0);
  const address = http.address();
  world.origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return {
    url: `${world.origin}/api`,
    token: world.token,
    applicationId: world.applicationId,
    gateway,
    requests: log,
    interact: interactIn(world),
    ...population(world),
    ...reading(world),
    upload: (file) => takeUpload(world, file),
    inject: (rule) => faults.inject(rule),
    close: () => close(http, sockets),
  };
}

function allRoutes(gateway: Gateway): readonly Route[] {
  return [
    { method: "GET", path: "/gateway", handle: () => ok({ url: gateway.url }) },
    { method: "GET", path: "/gateway/bot", handle: () => ok(gateway.botInfo()) },
    ...directoryRoutes,
    ...commandRoutes,
    ...interactionRoutes,
    ...messageRoutes,
    ...threadRoutes,
  ];
}

function serve(world: World, rest: RestServer): Server {
  return createServer((request, response) => {
    if (!isFromHere(request, "none")) {
      response.writeHead(403).end();
      return;
    }
    const file = world.files.get(request.url ?? "");
    const answering =
      file === undefined ? answerRest(rest, request, response) : answerFile(rest, request, response, file);
    answering.catch((error: unknown) => response.destroy(Error(String(error))));
  });
}

function acceptGateway(http: Server, gateway: Gateway): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  http.on("upgrade", (request, socket, head) => {
    const isGateway = request.url?.startsWith("/gateway") === true;
    if (gateway.refused || !isGateway || !isFromHere(request, "none")) socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (client) => gateway.accept(client));
  });
  return sockets;
}

async function listen(http: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  http.once("error", reject);
  http.listen(port, "127.0.0.1", resolve);
  await promise;
}

async function close(http: Server, sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.terminate();
  const closed = Promise.withResolvers<void>();
  http.close(() => closed.resolve());
  http.closeAllConnections();
  await closed.promise;
}

function reading(world: World): Pick<StandIn, "messages" | "posts" | "seenBy" | "commands" | "watch"> {
  const all = (channelId: string) => [...(world.channels.get(channelId)?.messages.values() ?? [])];
  return {
    messages: (channelId) => all(channelId).flatMap(({ data, onlyFor }) => (onlyFor === undefined ? [data] : [])),
    posts: (channelId) =>
      [...world.channels.values()].flatMap(({ id, parentId }) => (parentId === channelId ? [id] : [])),
    seenBy: (personId, channelId) =>
      all(channelId).flatMap(({ data, onlyFor }) => (onlyFor === undefined || onlyFor === personId ? [data] : [])),
    commands: (guildId = "") => world.commands.get(guildId) ?? [],
    watch(listener) {
      world.watchers.add(listener);
      return () => world.watchers.delete(listener);
    },
  };
}
