import type { WebSocket } from "ws";

/** One identified client: it outlives its socket so that it can be resumed. */
export interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly sent: { readonly sequence: number; readonly text: string }[];
  sequence: number;
  socket: WebSocket | undefined;
}

/** How many events a session keeps for a RESUME. */
const KEPT = 1_000;

/** Sends an event now if the client is there, and keeps it for when it resumes. */
export function dispatchTo(session: Session, event: string, data: object): void {
  session.sequence += 1;
  const text = JSON.stringify({ op: 0, s: session.sequence, t: event, d: data });
  session.sent.push({ sequence: session.sequence, text });
  if (session.sent.length > KEPT) session.sent.shift();
  session.socket?.send(text);
}

/** Whether the session's shard serves the guild; what belongs to no guild goes to the first shard. */
export function serves({ shard: [id, count] }: Session, guildId: string | undefined): boolean {
  return guildId === undefined ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}
