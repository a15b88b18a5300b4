import type { Answer, Discord, Snowflake } from "../ports.ts";
import { askToWrite, type Needs } from "./needs.ts";
import { NotNow } from "./pacer.ts";

/** What posts outside the ledger: trials. */
export type Aside = Pick<Discord, "createMessage" | "createForumPost">;

/** Each request waits for its turn like all others, is counted like them, and is not made while everything pauses. */
export function asideOf(needs: Needs): Aside {
  const inLine = async <T>(channelId: Snowflake, request: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    try {
      return await askToWrite(needs, request, channelId);
    } catch (error) {
      if (error instanceof NotNow) return { outcome: "unreachable", reason: error.message };
      throw error;
    }
  };
  return {
    createMessage: (...message) => inLine(message[0], () => needs.discord.createMessage(...message)),
    createForumPost: (...post) => inLine(post[0], () => needs.discord.createForumPost(...post)),
  };
}
