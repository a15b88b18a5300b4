import { OverwriteType, PermissionFlagsBits as P } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { mayWrite } from "../../src/discord/may-write.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { meet } from "./fixture.ts";

test("a server's news says of each channel whether the bot may write there", async () => {
  const ids: string[] = [];
  await meet(
    async ({ news, until }) => {
      await until(() => news.some(({ kind }) => kind === "guild-present"));
      const [open, closed, silent] = ids;
      expect(news.find(({ kind }) => kind === "guild-present")).toMatchObject({
        channels: [
          { channelId: open, mayWrite: true },
          { channelId: closed, mayWrite: false },
          { channelId: silent, mayWrite: false },
        ],
      });
    },
    {
      before(discord) {
        const guildId = discord.addGuild();
        for (const permissions of [INVITED_WITH, 0n, INVITED_WITH & ~P.SendMessages])
          ids.push(discord.addChannel(guildId, { permissions }));
      },
    },
  );
});

describe("as Discord documents it", () => {
  const [guildId, botId, roleId, other] = ["10", "20", "30", "40"];
  const role = (id: string, permissions: bigint) => ({ ...ROLE, id, permissions: permissions.toString() });
  const overwrite = (id: string, type: OverwriteType, allow: bigint, deny: bigint) => ({
    id,
    type,
    allow: allow.toString(),
    deny: deny.toString(),
  });
  const both = P.ViewChannel | P.SendMessages;
  const everyone = (allow: bigint, deny: bigint) => overwrite(guildId, OverwriteType.Role, allow, deny);
  const ofRole = (allow: bigint, deny: bigint) => overwrite(roleId, OverwriteType.Role, allow, deny);
  const ofBot = (allow: bigint, deny: bigint) => overwrite(botId, OverwriteType.Member, allow, deny);

  test.each([
    ["everyone may", both, 0n, [], true],
    ["a role of the bot's may", 0n, both, [], true],
    ["nobody may", 0n, 0n, [], false],
    ["one of the two is missing", P.ViewChannel, 0n, [], false],
    ["the channel denies it to everyone", both, 0n, [everyone(0n, P.SendMessages)], false],
    [
      "the channel denies it to everyone and allows it to the bot's role",
      both,
      0n,
      [ofRole(both, 0n), everyone(0n, both)],
      true,
    ],
    ["the channel denies it to the bot alone", both, both, [ofBot(0n, P.ViewChannel), ofRole(both, 0n)], false],
    ["the channel allows it to the bot alone", 0n, 0n, [everyone(0n, both), ofBot(both, 0n)], true],
    ["an administrator, whom nothing stops", 0n, P.Administrator, [everyone(0n, both), ofBot(0n, both)], true],
    ["a role that the bot has not", both, 0n, [overwrite(other, OverwriteType.Role, 0n, both)], true],
  ])("%s", (_, ofEveryone, ofTheRole, permission_overwrites, expected) => {
    const roles = [role(guildId, ofEveryone), role(roleId, ofTheRole), role(other, P.Administrator)];
    const guild = { id: guildId, roles, members: [{ ...MEMBER, user: { ...USER, id: botId }, roles: [roleId] }] };
    expect(mayWrite(guild, { id: "50", permission_overwrites }, botId, false)).toBe(expected);
  });

  test("a voice channel must be entered, and of one who is timed out nobody knows from here", () => {
    const guild = (communication_disabled_until: string | null) => ({
      id: guildId,
      roles: [role(guildId, both)],
      members: [{ ...MEMBER, user: { ...USER, id: botId }, roles: [], communication_disabled_until }],
    });
    expect(mayWrite(guild(null), { id: "50" }, botId, false)).toBe(true);
    expect(mayWrite(guild(null), { id: "50" }, botId, true)).toBe(false);
    expect(mayWrite(guild("2026-06-25T07:00:00Z"), { id: "50" }, botId, false)).toBeUndefined();
    expect(mayWrite({ ...guild(null), members: [] }, { id: "50" }, botId, false)).toBeUndefined();
  });
});

const USER = { id: "20", username: "attache", discriminator: "0", global_name: null, avatar: null };
const MEMBER = { roles: [], joined_at: "2026-01-01T00:00:00.000Z", deaf: false, mute: false, flags: 0 };
const ROLE = {
  name: "a role",
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  managed: false,
  mentionable: false,
  flags: 0,
};
