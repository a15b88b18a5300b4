import type { REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import type { Needs } from "../../commands/needs.ts";
import { remedyOf } from "../delivery/failures.ts";
import { outcomeOf } from "./outcome.ts";

/** An answer to a person waits for it, and they for the answer. */
const PATIENCE = 1_500;

/** Asks whether a channel is no more, or is not to be seen: an interaction brings along only those that it is about. */
export function createChannelUnseen(rest: REST): Needs["channelUnseen"] {
  return async (channelId) => {
    const answer = await outcomeOf(() =>
      rest.get(Routes.channel(channelId), { signal: AbortSignal.timeout(PATIENCE) }),
    );
    if (answer.outcome === "done") return undefined;
    const remedy = remedyOf(answer);
    return "fault" in remedy ? UNSEEN.find((fault) => fault === remedy.fault) : undefined;
  };
}

const UNSEEN = ["channel-gone", "no-access"] as const;
