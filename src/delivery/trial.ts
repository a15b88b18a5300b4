import type { Answer, Discord, Instant, Snowflake } from "../ports.ts";
import type { Composition } from "./compose.ts";
import { remedyOf } from "./failures.ts";
import type { Subscription } from "./subscription.ts";

/**
 * Posts a composition in a subscription's channel outside the ledger: at once, once, and mentioning nobody. In its plain form where
 * Discord refuses only the extra. It carries no delivery's key, so that no post is ever taken for done because of it.
 */
export async function postTrial(
  discord: Pick<Discord, "createMessage" | "createForumPost">,
  { id, channelId, channelKind, forumTags }: Subscription,
  { full, plain, title: name }: Composition,
  now: Instant,
): Promise<Answer<Snowflake>> {
  const send = ({ body, files }: Composition["full"], form: string): Promise<Answer<Snowflake>> => {
    const message = { body: { ...body, allowed_mentions: { parse: [] } }, files };
    return channelKind === "forum" || channelKind === "media"
      ? discord.createForumPost(channelId, { name, tags: forumTags, message })
      : discord.createMessage(channelId, message, `${form}${id}${now.toString(36)}`);
  };
  const answer = await send(full, "t");
  return answer.outcome !== "done" && remedyOf(answer).do === "degrade" ? send(plain, "p") : answer;
}
