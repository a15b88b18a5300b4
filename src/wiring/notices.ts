import type { Composer } from "../delivery/compose.ts";
import type { PendingNotices } from "../discord/notices.ts";
import type { Store } from "../ports.ts";

/** So many notices are told at a time: they fit into a message. The others wait for the next command. */
const AT_ONCE = 5;

/** What the store has for the admins of a server, worded, oldest first. */
export function createPendingNotices(
  { guilds, subscriptions }: Store,
  composer: Pick<Composer, "notice">,
): PendingNotices {
  return async (guildId, locale) => {
    const shown = (await guilds.notices(guildId)).slice(0, AT_ONCE);
    const known = new Map((await subscriptions.ofGuild(guildId)).map((each) => [each.id, each]));
    const texts = shown.flatMap(({ subscriptionId, fault }) => {
      const subscription = known.get(subscriptionId);
      return subscription ? [composer.notice(fault, subscription, locale).body.content ?? ""] : [];
    });
    if (texts.length === 0) return undefined;
    return {
      message: { content: texts.join("\n") },
      async told() {
        for (const { subscriptionId, fault } of shown) await guilds.told(subscriptionId, fault);
      },
    };
  };
}
