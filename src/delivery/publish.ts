import type { Snowflake } from "../ports.ts";
import { describeAnswer, remedyOf } from "./failures.ts";
import { ask, type Needs } from "./needs.ts";
import { NotNow } from "./pacer.ts";
import type { Subscription } from "./subscription.ts";

const TRIES = 3;
/** Discord allows about ten a channel and hour; beyond a short wait the post stays unpublished, which the admin is told. */
const LONGEST_WAIT = 10_000;

/**
 * Publishes a post of an announcement channel to the servers that follow it, where the setting asks for that. Before the
 * ledger says "sent", so that a crash in between repeats it: Discord takes it once. What went wrong, in words, or undefined.
 * Throws NotNow where everything stops or pauses.
 */
export async function publish(
  needs: Needs,
  { crosspost, channelKind, channelId }: Subscription,
  messageId: Snowflake | undefined,
): Promise<string | undefined> {
  if (!crosspost || channelKind !== "announcement" || messageId === undefined) return undefined;
  try {
    return await tryToPublish(needs, channelId, messageId);
  } catch (error) {
    if (needs.signal.aborted) throw new NotNow(needs.clock.now());
    throw error;
  }
}

async function tryToPublish(needs: Needs, channelId: Snowflake, messageId: Snowflake): Promise<string | undefined> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(needs, () => needs.discord.crosspost(channelId, messageId));
    if (answer.outcome === "done") return undefined;
    const remedy = remedyOf(answer);
    if (remedy.do === "accept") return undefined;
    const wait = remedy.do === "retry" ? Math.max(remedy.atLeast, tries * 1_000) : Number.POSITIVE_INFINITY;
    if (tries === TRIES || wait > LONGEST_WAIT) return `not published to followers: ${describeAnswer(answer)}`;
    await needs.clock.sleep(wait, needs.signal);
  }
}
