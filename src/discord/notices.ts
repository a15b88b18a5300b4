import type { REST } from "@discordjs/rest";
import { type APIInteraction, InteractionType, MessageFlags, PermissionFlagsBits, Routes } from "discord-api-types/v10";
import type { Log } from "../log.ts";
import type { MessagePayload } from "../messages/payload.ts";
import type { Snowflake } from "../ports.ts";
import { outcomeOf } from "./outcome.ts";
import { deadline } from "./rest.ts";

/**
 * What the admins of a server must know and could not be told in a channel: as much of it as fits into one message in a language
 * (Discord locale), and what to call once that is told. Undefined where there is nothing.
 */
export type PendingNotices = (
  guildId: Snowflake,
  locale: string,
) => Promise<{ readonly message: MessagePayload; readonly told: () => Promise<void> } | undefined>;

const MAY_MEND = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

/** After a command of somebody who can mend it, says to them alone what is wrong, once: the answer itself does not wait for it. */
export function createNoticeTeller(
  rest: REST,
  notices: PendingNotices,
  log: Log,
): (interaction: APIInteraction) => Promise<void> {
  return async (interaction) => {
    const { guild_id: guildId, member, type } = interaction;
    if (type !== InteractionType.ApplicationCommand || guildId === undefined) return;
    if ((BigInt(member?.permissions ?? 0) & MAY_MEND) === 0n) return;
    const pending = await notices(guildId, interaction.locale);
    if (pending === undefined) return;
    const { message, told } = pending;
    const body = { ...message, flags: (message.flags ?? 0) | MessageFlags.Ephemeral, allowed_mentions: { parse: [] } };
    const route = Routes.webhook(interaction.application_id, interaction.token);
    const answer = await outcomeOf(() => rest.post(route, { auth: false, body, signal: deadline() }));
    if (answer.outcome === "done") await told();
    else log.warn(answer, "a notice to the admins of a server was not taken: the next command tries again");
  };
}
