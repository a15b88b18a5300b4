import SQLite from "better-sqlite3";
import type { FaultAction } from "../../src/playground/api.ts";
import type { World } from "./crash-world.ts";

const MINUTE = 60_000;

/** Kinds of which a channel gets one post a day: half of all trouble is theirs, so that each is lost and found again often enough to count. */
const ONE_A_DAY: ReadonlySet<string> = new Set(["direct", "thread", "forum"]);
const LOST: FaultAction = { kind: "drop", stored: true };

/** What Discord and the network do meanwhile to a request. */
export const TROUBLE: readonly FaultAction[] = [
  LOST,
  { kind: "drop", stored: false },
  { kind: "delay", milliseconds: 3_000 },
  { kind: "delay", milliseconds: 9_000, effect: "late" },
  { kind: "duplicate" },
  { kind: "answer", status: 500 },
  { kind: "answer", status: 503 },
  { kind: "limited", retryAfter: 3, scope: "user" },
];
/** Each kind is as frequent as any other, however many ways it has. */
const KINDS = [...Map.groupBy(TROUBLE, ({ kind }) => kind).values()];
const TROUBLES_A_LIFE = 3;
const MOVED_ONE_IN = 3;

/** By how much the clock of the machine may differ from Discord's. */
const AHEAD = [-45, -20, -3, -1, 1, 3, 10, 45].map((minutes) => minutes * MINUTE);
const WRITTEN_AT_MOST = 3;
/** More than the bot reads at once. */
const A_LOT = 120;

/** How often each thing has happened. */
export type Tally = Map<string, number>;

export function count(tally: Tally, name: string, times = 1): void {
  tally.set(name, (tally.get(name) ?? 0) + times);
}

/** The same numbers in the same order every time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Chance extends World {
  readonly pick: (below: number) => number;
  /** What has struck the lives so far. */
  readonly struck: Tally;
}

/**
 * Some of a life's requests meet trouble, each in a channel of its own unless told where. What is delayed is delayed for everybody: time
 * passes. Some calendars are moved just then.
 */
export function trouble(chance: Chance, where?: RegExp): () => Promise<void> {
  const { standIn, subscriptions, clock, pick, struck } = chance;
  const moves: Promise<void>[] = [];
  const faults = Array.from({ length: pick(TROUBLES_A_LIFE + 1) }, () => {
    const isAimed = pick(2) === 0;
    const aims = isAimed ? subscriptions.filter(({ channelKind }) => ONE_A_DAY.has(channelKind)) : subscriptions;
    const ways = KINDS[pick(KINDS.length)] ?? [];
    const action = (isAimed && pick(2) === 0 ? undefined : ways[pick(ways.length)]) ?? LOST;
    const channelId = aims[pick(aims.length)]?.channelId ?? "";
    const fault = standIn.inject({ path: where ?? new RegExp(channelId), action });
    const isMoved = pick(MOVED_ONE_IN) === 0;
    const note = async () => {
      await fault.struck;
      count(struck, action.kind);
      if (isMoved) moves.push(move(chance).then(() => count(struck, "moves in the middle of trouble")));
      if (action.kind === "delay") clock.advance(action.milliseconds);
    };
    void note();
    return fault;
  });
  return async () => {
    for (const fault of faults) fault.remove();
    await Promise.all(moves);
  };
}

/** Admins move their calendars, each to its other channel. */
async function move({ store, clock, movers }: World): Promise<void> {
  for (const [id, [one, other]] of movers) {
    const subscription = await store.subscriptions.find(id);
    if (subscription === undefined) throw new Error(`${id} is gone`);
    const channelId = subscription.channelId === one ? other : one;
    await store.subscriptions.revise(id, subscription.revision, { ...subscription, channelId }, clock.now());
  }
}

/** Admins move calendars between two lives, now and then. */
export async function movingDay(chance: Chance): Promise<void> {
  if (chance.pick(MOVED_ONE_IN) > 0) return;
  await move(chance);
  count(chance.struck, "moves between lives");
}

/** Members write in some channels, now and then a lot, and open posts in forums. */
export function chatter({ standIn, subscriptions, member, pick, struck }: Chance): void {
  if (pick(2) === 0) return;
  for (let channels = 0; channels < 4; channels += 1) {
    const { channelId, channelKind } = subscriptions[pick(subscriptions.length)] ?? {
      channelId: "",
      channelKind: "text",
    };
    const isForum = channelKind === "forum" || channelKind === "media";
    const messages = !isForum && pick(20) === 0 ? A_LOT : 1 + pick(WRITTEN_AT_MOST);
    for (let written = 0; written < messages; written += 1)
      if (isForum) standIn.openPost(channelId, `post ${written}`);
      else standIn.write(channelId, member, `Good morning, ${written}`);
    count(struck, isForum ? "posts of members" : "messages of members", messages);
    if (messages === A_LOT) count(struck, "more messages than are read at once");
  }
}

/** In one life of four the machine's clock is wrong; in half of those it is set while the life lasts. */
export function wrongClock({ clock, pick, struck }: Chance): (now: number) => number {
  if (pick(4) > 0) return () => 0;
  const [before, after] = [AHEAD[pick(AHEAD.length)] ?? 0, AHEAD[pick(AHEAD.length)] ?? 0];
  const steppedAt = pick(2) === 0 ? Number.POSITIVE_INFINITY : clock.now() + pick(4 * MINUTE);
  count(struck, "lives with a wrong clock");
  if (steppedAt < Number.POSITIVE_INFINITY) count(struck, "clocks set within a life");
  return (now) => (now < steppedAt ? before : after);
}

/** What became of all posts, by the kind of channel and by what they are, as the ledger says. */
export function fates({ database }: World): Tally {
  const open = new SQLite(database, { readonly: true });
  const rows = open
    .prepare<[], { kind: string; slot: string; state: string; found: number; posts: number }>(
      `select channel_kind as kind, slot, delivery.state, coalesce(detail, '') like '%found in the channel%' as found, count(*) as posts
        from delivery join subscription on subscription.id = subscription_id group by 1, 2, 3, 4`,
    )
    .all();
  open.close();
  const tally: Tally = new Map();
  for (const { kind, slot, state, found, posts } of rows)
    for (const what of [`in ${kind}`, slot])
      count(tally, found ? `${what} found in the channel` : `${what} ${state}`, posts);
  return tally;
}
