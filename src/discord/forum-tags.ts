import type { REST } from "@discordjs/rest";
import { ChannelFlags, Routes } from "discord-api-types/v10";
import type { ForumTags } from "../../commands/needs.ts";
import type { Log } from "../log.ts";
import { outcomeOf } from "./outcome.ts";
import * as shapes from "./shapes.ts";

/** An answer to a person waits for it, and they for the answer. */
const PATIENCE = 1_500;

/** Reads the tags of a forum or media channel: an interaction does not bring them along. */
export function createForumTags(
  rest: REST,
  log: Pick<Log, "info">,
): (channelId: string) => Promise<ForumTags | undefined> {
  return async (channelId) => {
    const answer = await outcomeOf(async () =>
      shapes.forum.parse(await rest.get(Routes.channel(channelId), { signal: AbortSignal.timeout(PATIENCE) })),
    );
    if (answer.outcome !== "done") {
      log.info(answer, "the tags of a forum could not be read");
      return undefined;
    }
    const { available_tags: tags, flags } = answer.value;
    return {
      tags: tags.flatMap(({ id, name, moderated }) => (moderated ? [] : [{ id, name }])),
      required: (flags & ChannelFlags.RequireTag) !== 0,
    };
  };
}
