import type { Composer } from "../delivery/compose.ts";
import { type About, aboutOf, sameWords } from "../delivery/fault-words.ts";
import type { PendingNotices } from "../discord/notices.ts";
import type { Notice, Store } from "../ports.ts";

/** So many matters are told at a time, and as many as fit into a message. The others wait for the next command. */
const AT_ONCE = 5;
/** Discord's limit for a message's content. */
const LONGEST = 2_000;

interface Matter {
  readonly notices: Notice[];
  readonly about: [About, ...About[]];
}

/** What the store has for the admins of a server, worded, oldest first; what several calendars have in common is told once. */
export function createPendingNotices(store: Store, composer: Pick<Composer, "notice">): PendingNotices {
  const { guilds } = store;
  return async (guildId, locale) => {
    const shown: Notice[] = [];
    let content = "";
    for (const { notices, about } of (await mattersOf(store, guildId)).slice(0, AT_ONCE)) {
      const [first] = notices;
      const text = (first && composer.notice(first.fault, about, locale).body.content) ?? "";
      const longer = [content, text].filter((part) => part !== "").join("\n");
      if (content !== "" && longer.length > LONGEST) break;
      content = longer;
      shown.push(...notices);
    }
    if (content === "") return undefined;
    return {
      message: { content },
      async told() {
        for (const { subscriptionId, fault } of shown) await guilds.told(subscriptionId, fault);
      },
    };
  };
}

async function mattersOf({ guilds, subscriptions, ledger }: Store, guildId: string): Promise<readonly Matter[]> {
  const known = new Map((await subscriptions.ofGuild(guildId)).map((each) => [each.id, each]));
  const matters = new Map<string, Matter>();
  for (const notice of await guilds.notices(guildId)) {
    const subscription = known.get(notice.subscriptionId);
    if (subscription === undefined) continue;
    const about = await aboutOf(ledger, notice, subscription);
    const key = `${notice.fault} ${sameWords(notice.fault, about)}`;
    const matter = matters.get(key);
    if (matter === undefined) matters.set(key, { notices: [notice], about: [about] });
    else {
      matter.notices.push(notice);
      matter.about.push(about);
    }
  }
  return [...matters.values()];
}
