import { randomBytes } from "node:crypto";
import { GatewayCloseCodes as Close, GatewayIntentBits } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { StandInOptions } from "../api.ts";
import { guildPayload } from "../payloads.ts";
import type { World } from "../world.ts";
import { type ClientPayload, clientPayload, type Identify, type Resume } from "./payload.ts";
import { dispatchTo, type Session, serves } from "./session.ts";

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === "number" ? all | bit : all),
  0,
);
/** After these a client has to identify again (topics/opcodes, close codes). */
const FORGETS = new Set<number>([1000, 1001, Close.InvalidSeq, Close.SessionTimedOut]);
const MOST_GUILDS_A_SHARD = 2_500;
const MOST_EVENTS_A_MINUTE = 120;
const MINUTE = 60_000;

/** Discord's gateway (version 10, JSON): sessions, heartbeats, resuming, and the ways it goes wrong. */
export class Gateway {
  readonly #world: World;
  readonly #settings: NonNullable<StandInOptions["gateway"]>;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Set<WebSocket>();
  readonly counts = { identify: 0, resume: 0, heartbeat: 0 };
  readonly intents: number[] = [];
  #deaf = false;
  refused = false;

  constructor(world: World, settings: StandInOptions["gateway"]) {
    this.#world = world;
    this.#settings = settings ?? {};
    world.dispatch = (guildId, event, data) => {
      for (const session of this.#sessions.values()) if (serves(session, guildId)) dispatchTo(session, event, data);
    };
  }

  /** The body of GET /gateway/bot. */
  botInfo(): object {
    const { shards = 1, sessionStartsLeft = 1_000, maxConcurrency = 1 } = this.#settings;
    return {
      url: this.url,
      shards,
      session_start_limit: {
        total: 1_000,
        remaining: Math.max(0, sessionStartsLeft - this.counts.identify),
        reset_after: 86_400_000,
        max_concurrency: maxConcurrency,
      },
    };
  }

  get url(): string {
    return `${this.#world.origin.replace("http", "ws")}/gateway`;
  }

  /** Takes a client that has just connected. */
  accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    const sent: number[] = [];
    let session: Session | undefined;
    socket.on("close", () => {
      this.#sockets.delete(socket);
      if (session?.socket === socket) session.socket = undefined;
    });
    socket.on("error", () => socket.terminate());
    socket.on("message", (data) => {
      const now = this.#world.clock.now();
      sent.push(now);
      while ((sent[0] ?? now) <= now - MINUTE) sent.shift();
      if (sent.length > MOST_EVENTS_A_MINUTE) return socket.close(Close.RateLimited, "Rate limited.");
      const payload = parse(Buffer.isBuffer(data) ? data.toString("utf8") : "");
      if (typeof payload === "number") return socket.close(payload);
      session = this.#take(socket, session, payload);
    });
    socket.send(
      JSON.stringify({
        op: 10,
        s: null,
        t: null,
        d: { heartbeat_interval: this.#settings.heartbeatInterval ?? 41_250 },
      }),
    );
  }

  #take(socket: WebSocket, session: Session | undefined, payload: ClientPayload): Session | undefined {
    if (payload.op === 1) {
      this.counts.heartbeat += 1;
      if (!this.#deaf) socket.send(JSON.stringify({ op: 11, s: null, t: null, d: null }));
      return session;
    }
    if (payload.op === 2 || payload.op === 6) {
      if (session !== undefined) {
        socket.close(Close.AlreadyAuthenticated, "Already authenticated.");
        return session;
      }
      return payload.op === 2 ? this.#identify(socket, payload.d) : this.#resume(socket, payload.d);
    }
    if (session === undefined) socket.close(Close.NotAuthenticated, "Not authenticated.");
    return session;
  }

  #identify(socket: WebSocket, { token, intents, shard = [0, 1] }: Identify): Session | undefined {
    this.counts.identify += 1;
    this.intents.push(intents);
    const guilds = [...this.#world.guilds.values()].filter(({ installed }) => installed);
    const session: Session = { id: randomBytes(16).toString("hex"), shard, sent: [], sequence: 0, socket };
    const own = guilds.filter(({ id }) => serves(session, id));
    const refusal = identifyRefusal(token === this.#world.token, intents, shard, own.length);
    if (refusal !== undefined) {
      socket.close(...refusal);
      return undefined;
    }
    this.#sessions.set(session.id, session);
    dispatchTo(session, "READY", {
      v: 10,
      user: this.#world.bot,
      guilds: own.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      shard,
      application: { id: this.#world.applicationId, flags: 0 },
    });
    for (const guild of own) {
      if (guild.unavailable) dispatchTo(session, "GUILD_DELETE", { id: guild.id, unavailable: true });
      else dispatchTo(session, "GUILD_CREATE", guildPayload(this.#world, guild));
    }
    return session;
  }

  #resume(socket: WebSocket, { token, session_id, seq }: Resume): Session | undefined {
    this.counts.resume += 1;
    const session = this.#sessions.get(session_id);
    if (token !== this.#world.token) {
      socket.close(Close.AuthenticationFailed, "Authentication failed.");
      return undefined;
    }
    if (session === undefined) {
      socket.send(JSON.stringify({ op: 9, s: null, t: null, d: false }));
      return undefined;
    }
    if (seq > session.sequence) {
      socket.close(Close.InvalidSeq, "Invalid seq.");
      return undefined;
    }
    session.socket = socket;
    for (const { sequence, text } of session.sent) if (sequence > seq) socket.send(text);
    dispatchTo(session, "RESUMED", {});
    return session;
  }

  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length;
  }

  reconnect(): void {
    this.#toAll({ op: 7, s: null, t: null, d: null });
  }

  invalidate(resumable: boolean): void {
    this.#toAll({ op: 9, s: null, t: null, d: resumable });
    if (!resumable) this.#sessions.clear();
  }

  /** Closes every connection; codes that Discord does not let resume forget the session (events/gateway, close codes). */
  close(code: number): void {
    if (FORGETS.has(code)) this.#sessions.clear();
    for (const socket of this.#sockets) socket.close(code);
  }

  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  deaf(deaf: boolean): void {
    this.#deaf = deaf;
  }

  #toAll(payload: object): void {
    for (const socket of this.#sockets) socket.send(JSON.stringify(payload));
  }
}

function parse(text: string): ClientPayload | Close {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return Close.DecodeError;
  }
  const result = clientPayload.safeParse(json);
  if (result.success) return result.data;
  const isKnown =
    typeof json === "object" && json !== null && "op" in json && [1, 2, 3, 4, 6, 8].includes(Number(json.op));
  return isKnown ? Close.DecodeError : Close.UnknownOpcode;
}

/** Why an IDENTIFY is refused, as the close code and reason. */
function identifyRefusal(
  tokenFits: boolean,
  intents: number,
  [shard, shards]: readonly [number, number],
  guilds: number,
): [Close, string] | undefined {
  if (!tokenFits) return [Close.AuthenticationFailed, "Authentication failed."];
  if (shard >= shards) return [Close.InvalidShard, "Invalid shard."];
  if (guilds > MOST_GUILDS_A_SHARD) return [Close.ShardingRequired, "Sharding required."];
  if ((intents & ~ALL_INTENTS) !== 0) return [Close.InvalidIntents, "Invalid intent(s)."];
  if ((intents & PRIVILEGED) !== 0) return [Close.DisallowedIntents, "Disallowed intent(s)."];
  return undefined;
}
