import type { ChannelKind } from "../../src/delivery/subscription.ts";
import type { Expected } from "./crash-world.ts";

/** An instant of a life at which it can die. */
export interface Boundary {
  /** As the child names it; "in flight" is the stand-in's: it has taken a request and not yet answered. */
  readonly name: string;
  /** How often at the least a life that begins now passes it, of what the date has still to bring: 0 where it does not. */
  readonly times: (posts: readonly Expected[]) => number;
  /** Passed only where Discord recognises no nonce any more. */
  readonly afterWindow: boolean;
  /** Where it is one of a single kind of channel: which, and what the child calls it. The next life then begins after the window as well. */
  readonly lost?: { readonly kind: ChannelKind; readonly call: string };
}

const isText = ({ sort }: Expected) => sort !== "forum" && sort !== "shut";
const isForum = ({ sort }: Expected) => sort === "forum";
/** The day's post alone. */
const getsThread = ({ sort, slot }: Expected) => sort === "discussed" && slot === "daily";
/** Nothing of it is out, and the ledger does not say that it is. */
const toSend = ({ sort, there, row }: Expected) =>
  sort !== "shut" && there === 0 && row !== "settled" && row !== "unknown";
const toRefuse = ({ sort, row }: Expected) => sort === "shut" && row !== "settled";
/** Out, and the ledger does not know. */
const untold = ({ sort, there, row }: Expected) => sort !== "shut" && there > 0 && row === "doubtful";

function boundary(name: string, counted: (post: Expected) => boolean, most = 24, afterWindow = false): Boundary {
  return { name, times: (posts) => Math.min(posts.filter(counted).length, most), afterWindow };
}

/** Once a life, at the most. */
function once(name: string, counted: (post: Expected) => boolean, afterWindow = false): Boundary {
  return boundary(name, counted, 1, afterWindow);
}

/** Of so many at least two are due in the same minute, and the second waits for the first. */
const ENOUGH_TO_WAIT = 5;

function waiting(name: string): Boundary {
  return { name, times: (posts) => (posts.filter(toSend).length < ENOUGH_TO_WAIT ? 0 : 1), afterWindow: false };
}

/** The post is out, its answer was read and nothing written of it, in a channel of that kind: only by reading back is it found. */
function lost(kind: "forum" | "media" | "direct" | "thread"): Boundary {
  const method = kind === "forum" || kind === "media" ? "createForumPost" : "createMessage";
  const name = `lost in ${kind}`;
  const counted = (post: Expected) => post.subscription.channelKind === kind && toSend(post);
  return { ...once(name, counted), lost: { kind, call: `discord.${method} after` } };
}

/** In the order in which a post passes them, then those after a restart. */
export const BOUNDARIES: readonly Boundary[] = [
  once("ledger.claim before", ({ row }) => row === undefined),
  once("ledger.claim after", ({ row }) => row === undefined),
  boundary("discord.createMessage before", (post) => isText(post) && toSend(post)),
  waiting("its turn before"),
  waiting("its turn after"),
  boundary("client:sendHeaders", toSend),
  boundary("request:bodySent", toSend),
  once("in flight", toSend),
  boundary("request:headers", toSend),
  boundary("request:trailers", toSend),
  boundary("discord.createMessage after", (post) => isText(post) && toSend(post)),
  boundary("discord.crosspost before", (post) => post.sort === "announcement" && toSend(post)),
  boundary("discord.crosspost after", (post) => post.sort === "announcement" && toSend(post)),
  boundary("discord.openThread before", (post) => getsThread(post) && toSend(post)),
  boundary("discord.openThread after", (post) => getsThread(post) && toSend(post)),
  boundary("discord.createForumPost before", (post) => isForum(post) && toSend(post)),
  boundary("discord.createForumPost after", (post) => isForum(post) && toSend(post)),
  ...(["forum", "media", "direct", "thread"] as const).map(lost),
  boundary("ledger.settle before", toSend),
  boundary("ledger.settle after", toSend),
  boundary("guilds.withdraw before", toSend),
  boundary("guilds.withdraw after", toSend),
  once("guilds.notify before", toRefuse),
  once("guilds.notify after", toRefuse),
  once("subscriptions.refused before", toRefuse),
  once("subscriptions.refused after", toRefuse),
  once("guilds.told before", ({ sort, there }) => sort === "shut" && there === 0),
  once("guilds.told after", ({ sort, there }) => sort === "shut" && there === 0),
  once("ledger.reclaim before", ({ row }) => row === "doubtful"),
  once("ledger.reclaim after", ({ row }) => row === "doubtful"),
  boundary("discord.channel before", ({ row }) => row === "doubtful", 24, true),
  boundary("discord.channel after", ({ row }) => row === "doubtful", 24, true),
  boundary("discord.messagesAfter before", (post) => isText(post) && untold(post), 24, true),
  boundary("discord.messagesAfter after", (post) => isText(post) && untold(post), 24, true),
  once("discord.forumPosts before", (post) => isForum(post) && untold(post), true),
  once("discord.forumPosts after", (post) => isForum(post) && untold(post), true),
  once("discord.message before", (post) => isForum(post) && untold(post), true),
  once("discord.message after", (post) => isForum(post) && untold(post), true),
];
