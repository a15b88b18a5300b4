import { type APIUser, UserFlags } from "discord-api-types/v10";

interface Named {
  readonly id: string;
  readonly username: string;
  readonly bot?: true;
}

/** None at all, for which the enumeration has no name. */
const NO_FLAGS: UserFlags = UserFlags.Staff & UserFlags.Partner;

/** A person or the bot as Discord shows them to others. */
export function userOf({ id, username, bot }: Named): APIUser {
  const isBot = bot === true;
  return {
    id,
    username,
    discriminator: isBot ? "0000" : "0",
    global_name: isBot ? null : username,
    avatar: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
    ...(isBot ? { bot } : {}),
  };
}
