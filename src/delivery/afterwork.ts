import type { Answer, Snowflake } from "../ports.ts";
import { describeAnswer, remedyOf } from "./failures.ts";
import type { Delivery } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { NotNow } from "./pacer.ts";
import type { Fault, Subscription } from "./subscription.ts";

const TRIES = 3;
/** Discord publishes about ten posts a channel and hour; beyond a short wait the thing stays undone, which the admin is told. */
const LONGEST_WAIT = 10_000;

/** What was to be done about a post that is out, and Discord refused. */
export interface Undone {
  readonly fault: Fault;
  /** In words for the ledger. */
  readonly detail: string;
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
 * the post itself stands. NotNow where everything stops or pauses: the rest is for later.
 */
export async function afterwork(
  needs: Needs,
  delivery: Pick<Delivery, "slot">,
  subscription: Subscription,
  messageId: Snowflake | undefined,
  title: string,
): Promise<readonly Undone[] | NotNow> {
  const undone: Undone[] = [];
  if (messageId === undefined) return undone;
  try {
    for (const act of actsFor(needs, delivery, subscription, messageId, title))
      undone.push(...(await insist(needs, act, subscription.channelId)));
  } catch (error) {
    if (needs.signal.aborted) return new NotNow(needs.clock.now());
    if (error instanceof NotNow) return error;
    throw error;
  }
  return undone;
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
  const isPublished = crosspost && channelKind === "announcement";
  const isDiscussed = thread && slot === "daily" && (channelKind === "announcement" || channelKind === "text");
  return [...(isPublished ? [publishes] : []), ...(isDiscussed ? [opens] : [])];
}

async function insist(needs: Needs, { request, fault, failed }: Act, target: Snowflake): Promise<readonly Undone[]> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(needs, request, target);
    if (answer.outcome === "done") return [];
    const remedy = remedyOf(answer);
    if (remedy.do === "accept") return [];
    const wait = remedy.do === "retry" ? Math.max(remedy.atLeast, tries * 1_000) : Number.POSITIVE_INFINITY;
    if (tries === TRIES || wait > LONGEST_WAIT) return [{ fault, detail: `${failed}: ${describeAnswer(answer)}` }];
    await needs.clock.sleep(wait, needs.signal);
  }
}
