import type { REST } from "@discordjs/rest";
import { type APIInteraction, InteractionType, MessageFlags, PermissionFlagsBits, Routes } from "discord-api-types/v10";
import type { Log } from "../log.ts";
import type { MessagePayload } from "../messages/payload.ts";
import type { Snowflake } from "../ports.ts";
import { outcomeOf } from "./outcome.ts";
import { deadline } from "./rest.ts";

/** What the admins of a server must know and could not be told in a channel. */
export interface PendingNotices {
  /** All of it as one message in a language (Discord locale); undefined where there is nothing. */
  readonly of: (guildId: Snowflake, locale: string) => Promise<MessagePayload | undefined>;
  readonly told: (guildId: Snowflake) => Promise<void>;
}

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
    const notice = await notices.of(guildId, interaction.locale);
    if (notice === undefined) return;
    const body = { ...notice, flags: (notice.flags ?? 0) | MessageFlags.Ephemeral, allowed_mentions: { parse: [] } };
    const route = Routes.webhook(interaction.application_id, interaction.token);
    const answer = await outcomeOf(() => rest.post(route, { auth: false, body, signal: deadline() }));
    if (answer.outcome === "done") await notices.told(guildId);
    else log.warn(answer, "a notice to the admins of a server was not taken: the next command tries again");
  };
}
