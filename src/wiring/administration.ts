import type { Needs } from "../../commands/needs.ts";
import type { Composer } from "../delivery/compose.ts";
import { ownOfPost } from "../delivery/own-of-post.ts";
import { wentThrough } from "../delivery/posted.ts";
import { postTrial } from "../delivery/trial.ts";
import type { Discord, Store } from "../ports.ts";

type Verbs =
  | "setUp"
  | "revise"
  | "unsubscribe"
  | "pause"
  | "resume"
  | "compose"
  | "trial"
  | "history"
  | "everything"
  | "forget"
  | "audit"
  | "changes";

/** Rows of the ledger that an answer can make use of. */
const ROWS = 60;
/** More changes than anybody makes of one calendar in the days that they are kept for. */
const LINES = 100_000;

/** What admins change, each change with its line in the audit, and what they look at. */
export function administration(
  { store, posting }: { readonly store: Store; readonly posting: Pick<Discord, "createMessage" | "createForumPost"> },
  composer: Composer,
): Pick<Needs, Verbs> {
  const { subscriptions } = store;
  return {
    async setUp(request, asked) {
      const made = await subscriptions.setUp(request, asked.now, asked.user.id);
      await store.guilds.setupUsedIn(request.settings.guildId, asked.channel.id, asked.locale);
      return made;
    },
    revise: ({ id, revision }, settings, { now, user }) => subscriptions.revise(id, revision, settings, now, user.id),
    unsubscribe: ({ id }, { now, user }) => subscriptions.end(id, now, user.id),
    async pause(calendar, asked) {
      await subscriptions.pause(calendar.id, asked.now, asked.user.id);
      return subscriptions.find(calendar.id);
    },
    async resume(calendar, asked) {
      if (!(await subscriptions.resume(calendar.id, asked.now, asked.user.id))) return "full";
      return subscriptions.find(calendar.id);
    },
    async compose(request) {
      const own = await ownOfPost(store.ownEvents, request, request.settings);
      return composer.compose({ ...request, own });
    },
    async trial(subscription, post, now) {
      const answer = await postTrial(posting, subscription, post, now);
      // what went through ends every refusal, be it a trial or not, and what was refused today goes out as well
      if (answer.outcome === "done") await wentThrough(store, subscription, now);
      return answer;
    },
    history: (id) => store.ledger.history(id, ROWS),
    everything: (guildId) => store.guilds.everything(guildId),
    forget: (guildId) => store.guilds.forget(guildId),
    audit: ({ guildId, id }) => store.audit.ofGuild(guildId, LINES, id),
    changes: (calendar, offset, limit) => store.audit.page(calendar, offset, limit),
  };
}
