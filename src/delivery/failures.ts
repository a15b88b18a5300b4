import type { Answer } from "../ports.ts";
import type { Fault } from "./subscription.ts";

/** What to do about an answer that is not "done". */
export type Remedy = Action & {
  /** The people who run the bot must look into it; in words for them. */
  readonly alert?: string;
};

type Action =
  /** It counts as posted. */
  | { readonly do: "accept" }
  /**
   * Try again later, at least so long from now (milliseconds); uncertain: this attempt may have been carried out. Where it says so,
   * everything else for that channel or server, or all direct messages, wait as well, and then go out one by one.
   */
  | {
      readonly do: "retry";
      readonly uncertain: boolean;
      readonly atLeast: number;
      readonly holds?: "channel" | "guild" | "direct";
      /** Somebody in the server can do something about it, and is told. */
      readonly tells?: Fault;
    }
  /** The same for everything: nothing is sent to anybody for so long. */
  | { readonly do: "pause"; readonly uncertain: boolean; readonly atLeast: number }
  /** Send it in a lesser form at once (no files, then plain text); where there is none left, refuse as the fault says. */
  | { readonly do: "degrade"; readonly fault: Fault; readonly orElse: "reject" | "reject-unexplained" | "suspend" }
  /** Nobody gets this post with its links: send it without them, to everybody from now on. */
  | { readonly do: "strip-links"; readonly fault: Fault }
  /** The tags of a forum's post are what is refused: send it without them at once. */
  | { readonly do: "untag"; readonly fault: Fault }
  /** No more today; nobody in the server can do anything about it. */
  | { readonly do: "drop" }
  /** No more today; the next date as usual. */
  | { readonly do: "reject"; readonly fault: Fault }
  /** The same, where Discord does not say why: not believed where it answers many servers so at once. */
  | { readonly do: "reject-unexplained"; readonly fault: Fault }
  /** No more until an admin has acted, but for a rare probe: once it is observed a second time. */
  | { readonly do: "suspend"; readonly fault: Fault }
  /** A person takes no direct messages: what they had asked for ends, once it is observed a second time. */
  | { readonly do: "end"; readonly fault: Fault }
  /** Find out whether the bot is in the server at all: where not, it has left; where it is, suspend. */
  | { readonly do: "check-membership"; readonly fault: Fault }
  /** The channel is a forum by now: post there as in a forum. */
  | { readonly do: "post-as-forum" }
  /** Nobody gets anything: the process must stop. */
  | { readonly do: "stop" };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const accept = { do: "accept" } as const;
const drop = { do: "drop" } as const;
const stop = { do: "stop" } as const;
const retry = (atLeast = 0) => ({ do: "retry", uncertain: false, atLeast }) as const;
const unsure = { do: "retry", uncertain: true, atLeast: 0 } as const;
const pause = (atLeast: number) => ({ do: "pause", uncertain: false, atLeast }) as const;
const suspend = (fault: Fault) => ({ do: "suspend", fault }) as const;
const end = (fault: Fault) => ({ do: "end", fault }) as const;
const reject = (fault: Fault) => ({ do: "reject", fault }) as const;
const degrade = (fault: Fault, orElse: "reject" | "reject-unexplained" | "suspend") =>
  ({ do: "degrade", fault, orElse }) as const;

const untag = { do: "untag", fault: "tag-gone" } as const;

const invalidForm = {
  ...degrade("message-refused", "reject"),
  alert: "Discord finds the form of a post invalid, which every server with this post will meet: a fault of Attaché's",
};
const tooLarge = {
  ...degrade("message-refused", "reject"),
  alert: "Discord finds a post too large: a fault of Attaché's",
};
const notForPosts = {
  ...reject("message-refused"),
  alert: "Discord answered a post with a code that it documents for other requests only",
};
const switchedOff = { ...pause(5 * MINUTE), alert: "Discord has switched sending off for now: everything waits" };

/**
 * Discord's JSON error codes (Discord API documentation, topics/opcodes-and-status-codes, JSON), each with what it means
 * to somebody who posts. Those that only other requests can get (pins, webhooks, events, ...) are here too: should
 * one come, the post is given up for the day instead of sent again and again.
 */
export const REMEDY_OF_CODE: Readonly<Record<number, Remedy>> = {
  // the target: somebody in the server must act
  50001: suspend("no-access"),
  50013: degrade("no-permission", "suspend"), // Attach Files may be all that is missing
  10003: suspend("channel-gone"),
  10004: {
    do: "check-membership",
    fault: "no-access",
    alert: "Discord does not know a server that the bot should be in",
  },
  50008: suspend("wrong-channel"),
  50024: suspend("wrong-channel"),
  50083: suspend("thread-locked"),
  160005: suspend("thread-locked"),
  40066: suspend("tag-refused"),
  40067: suspend("tag-needed"),
  10087: untag, // that tag was deleted
  40058: { do: "post-as-forum" },
  // only an extra is refused
  40005: tooLarge,
  50045: tooLarge, // a file
  30015: tooLarge, // too many attachments
  50006: invalidForm, // empty
  50035: invalidForm,
  50101: degrade("message-refused", "reject"), // needs boosts
  20035: degrade("message-refused", "reject"), // needs boosts
  340015: degrade("message-refused", "reject"), // uploads limited
  400001: degrade("message-refused", "reject"), // server access limited
  520002: degrade("message-refused", "reject"), // a poll in the wrong kind of channel
  240000: {
    do: "strip-links",
    fault: "message-refused",
    alert: "Discord takes a link of a post for harmful: everybody gets it without links",
  },
  // this person does not want us, or shares no server with us any more
  50007: end("direct-messages-closed"),
  50278: end("direct-messages-closed"),
  // this server does not want this text
  200000: reject("automod"),
  200001: reject("automod"),
  // done already
  10008: accept, // the message of this nonce was deleted meanwhile
  40033: accept, // crossposted before
  160004: accept, // has its thread
  // later
  20016: retry(MINUTE), // slow mode
  20028: { ...retry(MINUTE), holds: "channel" },
  20029: { ...retry(MINUTE), holds: "guild" },
  40062: retry(MINUTE),
  130000: retry(), // overloaded
  160006: { ...retry(HOUR), tells: "threads-full" }, // active threads of the server
  160007: { ...retry(HOUR), tells: "threads-full" }, // active announcement threads
  40003: { ...retry(10 * MINUTE), holds: "direct" }, // direct messages opened too fast
  40004: switchedOff,
  40006: switchedOff,
  40333: { ...pause(10 * MINUTE), alert: "Discord's edge does not like the bot's requests: check its User-Agent" },
  // limits on edits: of announcements, and of messages older than an hour
  20022: drop,
  30046: drop,
  // nobody
  40001: stop,
  40002: stop, // the account must be verified
  50014: stop,
  // never the answer to a post
  10062: notForPosts,
  40060: {
    ...reject("message-refused"),
    alert: "Discord has had this answer already: is a second process running with the same token?",
  },
  160002: notForPosts, // a reply without Read Message History: we never reply
  30003: notForPosts,
  30007: notForPosts,
  30013: notForPosts,
  30034: notForPosts,
  30038: notForPosts,
};

/** Names the fields that it does not like, in its words or, by the REST client, after them. */
const INVALID_FORM = 50_035;
/** "The write action you are performing on the server has hit the write rate limit." */
const SERVER_WRITES = 20_029;

/** What an answer with an unknown code, or none, says by its HTTP status. */
function remedyOfStatus(status: number): Remedy {
  if (status === 401) return stop;
  if (status === 403) return suspend("no-permission");
  if (status === 429) return retry(MINUTE);
  // these mean that no server of Discord's took the request: 521 to 523 and 525, 526 come from its edge
  if ([502, 503, 521, 522, 523, 525, 526].includes(status)) return retry();
  if (status >= 500) return unsure;
  return degrade("message-refused", "reject-unexplained");
}

/** What happens after an answer to a post. The one place where that is decided. */
export function remedyOf(answer: Exclude<Answer<unknown>, { outcome: "done" }>): Remedy {
  switch (answer.outcome) {
    case "refused":
      if (answer.code === INVALID_FORM && answer.message.includes("applied_tags")) return untag;
      return REMEDY_OF_CODE[answer.code] ?? remedyOfStatus(answer.status);
    case "limited": {
      const { wait, alert } = waitOf(answer.retryAfter);
      if (answer.scope === "global") return { ...pause(wait), ...alert };
      return { ...retry(wait), ...alert, holds: answer.code === SERVER_WRITES ? "guild" : "channel" };
    }
    case "barred": {
      const { wait, alert } = waitOf(answer.retryAfter);
      return { ...pause(wait), ...alert };
    }
    case "unreachable":
      return retry();
    case "unanswered":
      return unsure;
  }
}

/**
 * How long to wait where Discord asks for so many milliseconds: its own limits are over within seconds, that of publishing and the pauses of its
 * edge within the hour. What asks for more, or for no time that there is, would cost days their posts.
 */
function waitOf(asked: number): { readonly wait: number; readonly alert?: { readonly alert: string } } {
  if (asked >= 0 && asked <= HOUR) return { wait: asked };
  const wait = asked > HOUR ? HOUR : MINUTE;
  return {
    wait,
    alert: { alert: `Discord asks to wait for a time that makes no sense: it is taken for ${wait / MINUTE} minutes` },
  };
}

/** Discord counts these: 10,000 of them in ten minutes and the machine's address is banned for a while. */
export function countsAsInvalid(answer: Answer<unknown>): boolean {
  if (answer.outcome === "refused") return answer.status === 401 || answer.status === 403;
  return (
    answer.outcome === "barred" || (answer.outcome === "limited" && answer.scope !== "shared" && answer.unsent !== true)
  );
}

/** In a few words, for the ledger and the log. Never holds a token: Discord's own words, or the network's. */
export function describeAnswer(answer: Exclude<Answer<unknown>, { outcome: "done" }>): string {
  switch (answer.outcome) {
    case "refused":
      return `Discord refused (HTTP ${answer.status}, code ${answer.code}): ${answer.message}`.slice(0, 300);
    case "limited":
      return `Discord limits such requests (${answer.scope}) for ${Math.ceil(answer.retryAfter / 1_000)} s`;
    case "barred":
      return `Discord's edge turned the request away for ${Math.ceil(answer.retryAfter / 1_000)} s`;
    case "unreachable":
      return `Discord was not reached: ${answer.reason}`.slice(0, 300);
    case "unanswered":
      return `Discord did not answer: ${answer.reason}`.slice(0, 300);
  }
}
