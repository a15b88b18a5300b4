import { parseLocalDate } from "../almanac/date.ts";
import { digestFor } from "../digest/compose.ts";
import type { DigestSource } from "../digest/source.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import { dailyPost, type Post } from "../messages/daily-post.ts";
import type { OutgoingMessage } from "../ports.ts";
import type { Composer, Composition } from "./compose.ts";
import type { Fault } from "./subscription.ts";

/** The way of a post from the facts to the message: almanac, digest, messages. */
export function createComposer(source: DigestSource, catalogue: Pick<Catalogue, "language">): Composer {
  return {
    compose({ slot, localDate, settings, late }) {
      const date = parseLocalDate(localDate);
      if (date === undefined) throw new RangeError(`not a local date: ${localDate}`);
      if (slot !== "daily") return undefined;
      const digest = digestFor(source, settings.selection, date);
      if (digest.lines.length === 0) return undefined;
      const following = settings.selection.parties;
      return compositionOf(dailyPost(digest, catalogue.language(settings.locale), { following, late }));
    },
    notice(fault: Fault, { channelId }, locale): OutgoingMessage {
      const language = catalogue.language(locale);
      const what = language.text(`delivery.fault.${fault}`);
      const content = language.text("delivery.notice", { channel: `<#${channelId}>`, what });
      return { body: { content, allowed_mentions: { parse: [] } }, files: [] };
    },
  };
}

function compositionOf({ message, plain, title, tiers }: Post): Composition {
  const bare = { body: message, files: [] };
  return { full: bare, bare, plain: { body: plain, files: [] }, title, tiers };
}
