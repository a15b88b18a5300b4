import { type APIMessage, PermissionFlagsBits } from "discord-api-types/v10";
import { effective } from "./permissions.ts";
import { walk } from "./rules/components.ts";
import type { MessageBody } from "./rules/message.ts";
import { userOf } from "./user.ts";
import type { Channel, World } from "./world.ts";

/** Who a message would ping, under its allowed_mentions and Discord's defaults (resources/message, Allowed Mentions). */
export function mentionsIn(
  world: World,
  channel: Channel,
  body: MessageBody,
  isAnswer: boolean,
): Pick<APIMessage, "mentions" | "mention_roles" | "mention_everyone"> {
  const text = [
    body.content ?? "",
    ...walk(body.components ?? [], []).map(({ component }) => component.content ?? ""),
  ].join("\n");
  const allowed = body.allowed_mentions ?? { parse: isAnswer ? ["users"] : ["users", "roles", "everyone"] };
  const may = (kind: "users" | "roles", id: string) =>
    (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
  const mayEveryone = (allowed.parse ?? []).includes("everyone");
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ""))];
  const canPingAll = (effective(world, channel) & PermissionFlagsBits.MentionEveryone) !== 0n;
  const roles = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)?.roles;
  return {
    mentions: found(/<@!?(\d+)>/gu)
      .filter((id) => may("users", id))
      .flatMap((id) => {
        const person = world.people.get(id);
        if (person === undefined) return [];
        return [userOf(person)];
      }),
    mention_roles: found(/<@&(\d+)>/gu).filter(
      (id) => may("roles", id) && roles?.has(id) === true && (canPingAll || roles.get(id)?.mentionable === true),
    ),
    mention_everyone: mayEveryone && canPingAll && /@(everyone|here)\b/u.test(text),
  };
}
