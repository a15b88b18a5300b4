import type { Answer, Instant, Snowflake } from "../ports.ts";
import { backoff } from "./backoff.ts";
import { describeAnswer, remedyOf } from "./failures.ts";
import type { Delivery } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { NotNow } from "./pacer.ts";
import { persist } from "./persist.ts";
import { type Fault, isPublished, type Subscription, takesThreads } from "./subscription.ts";

const TRIES = 3;
/** Discord publishes about ten posts a channel and hour: what takes longer than this is put off, while the post's date and window last. */
const LONGEST_WAIT = 10_000;

/** What was to be done about a post that is out, and Discord refused. */
export interface Undone {
  readonly fault: Fault;
  /** In words for the ledger. */
  readonly detail: string;
}

/** Nothing more can be done there: the channel is gone, or not to be seen. */
export interface Closed {
  readonly closed: Fault;
  readonly detail: string;
}

/** When the rest is to be done, and in words for the ledger why not now. */
export interface Later {
  readonly until: Instant;
  readonly detail: string;
}

/** Of a post that is out, where everything stops or pauses before all is done about it. */
const TO_FINISH = "posted, and still to be published to followers or given its thread";
/** So begins the detail of one where Discord put off what was to be done about it. */
const PUT_OFF = "posted, and";

/** Discord has put off what is to be done about it, and nobody else did. */
export function isPutOff({ detail }: Pick<Delivery, "detail">): boolean {
  return detail !== undefined && detail !== TO_FINISH && detail.startsWith(PUT_OFF);
}

/** Of the channel, whatever is asked of it; other refusals may be of what is done about a post alone. */
const CLOSED: readonly Fault[] = ["channel-gone", "no-access"];

/** The channel has become one of text: nobody follows it, and nothing is to be mended. */
function isNoAnnouncement(answer: Answer<unknown>): boolean {
  return answer.outcome === "refused" && answer.code === 50_024;
}

/** A limit, or trouble of Discord's: later it may be taken. */
function passes(answer: Exclude<Answer<unknown>, { outcome: "done" }>): boolean {
  return answer.outcome !== "refused" || answer.status >= 500;
}

/** What is asked for about a post that is out, where a setting asks for it and its kind of channel has it. */
interface Act {
  readonly fault: Fault;
  readonly failed: string;
  readonly request: () => Promise<Answer<void>>;
}

/**
 * Does what is to be done about a post that is out: publishes it to the servers that follow its channel, opens a thread under the
 * day's. Before the ledger says "sent", so that a crash in between repeats it: Discord does either once. What it refused is returned:
 * the post itself stands; an answer that says so of the whole channel is its refusal. NotNow where everything stops or pauses, "later" where Discord limits or does not answer this: the rest is for then.
 */
export async function afterwork(
  needs: Needs,
  delivery: Pick<Delivery, "key" | "slot" | "attempts">,
  subscription: Subscription,
  messageId: Snowflake | undefined,
  title: string,
): Promise<readonly Undone[] | Later | Closed> {
  const undone: Undone[] = [];
  const putOff: Later[] = [];
  if (messageId === undefined) return undone;
  try {
    for (const act of actsFor(needs, delivery, subscription, messageId, title))
      for (const outcome of await insist(needs, delivery, act, subscription))
        if ("closed" in outcome) return outcome;
        else if ("until" in outcome) putOff.push(outcome);
        else undone.push(outcome);
  } catch (error) {
    if (needs.signal.aborted) return { until: needs.clock.now(), detail: TO_FINISH };
    if (error instanceof NotNow) return { until: error.until, detail: TO_FINISH };
    throw error;
  }
  return putOff.toSorted((one, other) => other.until - one.until)[0] ?? undone;
}

function actsFor(
  { discord }: Pick<Needs, "discord">,
  { slot }: Pick<Delivery, "slot">,
  { crosspost, thread, channelKind, channelId }: Subscription,
  messageId: Snowflake,
  title: string,
): readonly Act[] {
  const publishes: Act = {
    fault: "crosspost-refused",
    failed: "not published to followers",
    request: () => discord.crosspost(channelId, messageId),
  };
  const opens: Act = {
    fault: "thread-refused",
    failed: "no thread opened under it",
    request: () => discord.openThread(channelId, messageId, title),
  };
  const isDiscussed = thread && slot === "daily" && takesThreads(channelKind);
  return [...(isPublished({ crosspost, channelKind }) ? [publishes] : []), ...(isDiscussed ? [opens] : [])];
}

async function insist(
  needs: Needs,
  { key, attempts }: Pick<Delivery, "key" | "attempts">,
  { request, fault, failed }: Act,
  { id, guildId, channelId }: Subscription,
): Promise<readonly (Undone | Later | Closed)[]> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(needs, request, guildId);
    if (answer.outcome === "done") return [];
    const remedy = remedyOf(answer);
    if (remedy.do === "accept") return [];
    if (remedy.do === "suspend" && CLOSED.includes(remedy.fault))
      return [{ closed: remedy.fault, detail: `${failed}: ${describeAnswer(answer)}` }];
    if (fault === "crosspost-refused" && isNoAnnouncement(answer)) {
      await persist(needs, key, () =>
        needs.store.subscriptions.amend(id, { channelKind: "text" }, needs.clock.now(), channelId),
      );
      return [];
    }
    const wait = remedy.do === "retry" ? Math.max(remedy.atLeast, tries * 1_000) : Number.POSITIVE_INFINITY;
    if (tries === TRIES || wait > LONGEST_WAIT) {
      if (!passes(answer)) return [{ fault, detail: `${failed}: ${describeAnswer(answer)}` }];
      const until = needs.clock.now() + Math.max(wait, backoff(key, attempts));
      return [{ until, detail: `${PUT_OFF} ${failed} yet: ${describeAnswer(answer)}` }];
    }
    await needs.clock.sleep(wait, needs.signal);
  }
}
