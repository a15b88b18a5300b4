import type { Asked } from "../../commands/command.ts";
import type { Needs } from "../../commands/needs.ts";
import type { Act } from "../delivery/audit.ts";
import type { Composer } from "../delivery/compose.ts";
import { changesBetween, type SettingChange } from "../delivery/settings-text.ts";
import type { Subscription } from "../delivery/subscription.ts";
import { postTrial } from "../delivery/trial.ts";
import type { Discord, Store } from "../ports.ts";

type Verbs =
  | "subscribe"
  | "prepare"
  | "revise"
  | "unsubscribe"
  | "pause"
  | "resume"
  | "compose"
  | "trial"
  | "history"
  | "everything"
  | "forget"
  | "audit";

/** Rows of the ledger and lines of the audit that an answer can make use of. */
const ROWS = 60;
const LINES = 200;

/** What admins change, each change with its line in the audit, and what they look at. */
export function administration(
  { store, posting }: { readonly store: Store; readonly posting: Pick<Discord, "createMessage" | "createForumPost"> },
  composer: Composer,
): Pick<Needs, Verbs> {
  const record = (act: Act, about: Subscription, { user, now }: Asked, changes: readonly SettingChange[] = []) => {
    const { guildId, id: subscriptionId, channelId } = about;
    return store.audit.record({ guildId, subscriptionId, channelId, at: now, userId: user.id, act, changes });
  };
  return {
    async subscribe(settings, asked) {
      const { guildId, channelId } = settings;
      const before = (await store.subscriptions.ofGuild(guildId)).find((each) => each.channelId === channelId);
      const made = await store.subscriptions.subscribe(settings, asked.now);
      await store.guilds.setupUsedIn(guildId, asked.channel.id, asked.locale);
      const changes = before === undefined ? [] : changesBetween(before, made.subscription);
      await record(made.isNew ? "set-up" : "changed", made.subscription, asked, changes);
      return made;
    },
    async prepare(settings, asked) {
      const prepared = await store.subscriptions.prepare(settings, asked.now);
      await store.guilds.setupUsedIn(settings.guildId, asked.channel.id, asked.locale);
      await record("set-up", prepared, asked);
      return prepared;
    },
    async revise(seen, settings, asked) {
      const revised = await store.subscriptions.revise(seen.id, seen.revision, settings, asked.now);
      const changes = revised === undefined || revised.isStale ? [] : changesBetween(seen, revised.subscription);
      if (revised !== undefined && changes.length > 0) await record("changed", revised.subscription, asked, changes);
      return revised;
    },
    async unsubscribe(subscription, asked) {
      await store.subscriptions.end(subscription.id, asked.now);
      await record("removed", subscription, asked);
    },
    async pause(subscription, asked) {
      await store.subscriptions.pause(subscription.id, asked.now);
      await record("paused", subscription, asked);
      return store.subscriptions.find(subscription.id);
    },
    async resume(subscription, asked) {
      await store.subscriptions.resume(subscription.id, asked.now);
      await record("resumed", subscription, asked);
      return store.subscriptions.find(subscription.id);
    },
    compose: (request) => composer.compose(request),
    trial: (subscription, post, now) => postTrial(posting, subscription, post, now),
    history: (id) => store.ledger.history(id, ROWS),
    everything: (guildId) => store.guilds.everything(guildId),
    forget: (guildId) => store.guilds.forget(guildId),
    audit: (guildId) => store.audit.ofGuild(guildId, LINES),
  };
}
