import type { Composer } from "../delivery/compose.ts";
import type { PendingNotices } from "../discord/notices.ts";
import type { Store } from "../ports.ts";

/** So many notices are told at a time: they fit into a message. */
const AT_ONCE = 5;

/** What the store has for the admins of a server, worded. */
export function createPendingNotices(store: Store, composer: Pick<Composer, "notice">): PendingNotices {
  return {
    async of(guildId, locale) {
      const notices = await store.guilds.notices(guildId);
      const subscriptions = await store.subscriptions.ofGuild(guildId);
      const texts = notices.flatMap(({ subscriptionId, fault }) => {
        const subscription = subscriptions.find(({ id }) => id === subscriptionId);
        return subscription ? [composer.notice(fault, subscription, locale).body.content ?? ""] : [];
      });
      return texts.length === 0 ? undefined : { content: [...new Set(texts)].slice(0, AT_ONCE).join("\n") };
    },
    told: (guildId) => store.guilds.told(guildId),
  };
}
