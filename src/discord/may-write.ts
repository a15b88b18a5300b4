import {
  type APIOverwrite,
  type GatewayGuildCreateDispatchData,
  OverwriteType,
  PermissionFlagsBits as P,
} from "discord-api-types/v10";
import type { Snowflake } from "../ports.ts";

type Guild = Pick<GatewayGuildCreateDispatchData, "id" | "roles" | "members">;

interface Channel {
  readonly id: Snowflake;
  readonly permission_overwrites?: readonly APIOverwrite[] | undefined;
}

/**
 * Whether the bot may see a server's channel and write there, as Discord documents it (topics/permissions, Permission Overwrites). Undefined
 * where the news of the server does not tell: it was timed out, perhaps until before now.
 */
export function mayWrite(guild: Guild, channel: Channel, botId: Snowflake, isVoice: boolean): boolean | undefined {
  const member = guild.members.find(({ user }) => user.id === botId);
  if (member === undefined || (member.communication_disabled_until ?? null) !== null) return undefined;
  const mine = new Set([guild.id, ...member.roles]);
  const base = unionOf(guild.roles.filter(({ id }) => mine.has(id)).map(({ permissions }) => permissions));
  const needed = P.ViewChannel | P.SendMessages | (isVoice ? P.Connect : 0n);
  const overwrites = channel.permission_overwrites ?? [];
  const ofRoles = overwrites.filter(({ type, id }) => type === OverwriteType.Role && id !== guild.id && mine.has(id));
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    ofRoles,
    overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === botId),
  ];
  const own = (base & P.Administrator) !== 0n ? needed : steps.reduce(withStep, base);
  return (own & needed) === needed;
}

function withStep(permissions: bigint, step: readonly APIOverwrite[]): bigint {
  return (permissions & ~unionOf(step.map(({ deny }) => deny))) | unionOf(step.map(({ allow }) => allow));
}

function unionOf(sets: readonly string[]): bigint {
  return sets.reduce((all, set) => all | BigInt(set), 0n);
}
