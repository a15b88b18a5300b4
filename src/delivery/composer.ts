import { type LocalDate, parseLocalDate } from "../almanac/date.ts";
import { digestFor } from "../digest/compose.ts";
import { headsUpDigest, monthDigest, type OverviewSource, weekDigests, yearDigest } from "../digest/overview.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import { dailyPost, type Post } from "../messages/daily-post.ts";
import { headsUpPost, monthPost, weekPost, yearPost } from "../messages/overview-post.ts";
import type { OutgoingMessage } from "../ports.ts";
import type { Composer, Composition, CompositionRequest } from "./compose.ts";
import type { Fault } from "./subscription.ts";

/** The way of a post from the facts to the message: almanac, digest, messages. */
export function createComposer(source: OverviewSource, catalogue: Pick<Catalogue, "language">): Composer {
  return {
    compose(request) {
      const date = parseLocalDate(request.localDate);
      if (date === undefined) throw new RangeError(`not a local date: ${request.localDate}`);
      const post = postFor(source, catalogue, request, date);
      return post && compositionOf(post);
    },
    notice(fault: Fault, { channelId }, locale): OutgoingMessage {
      const language = catalogue.language(locale);
      const what = language.text(`delivery.fault.${fault}`);
      const content = language.text("delivery.notice", { channel: `<#${channelId}>`, what });
      return { body: { content, allowed_mentions: { parse: [] } }, files: [] };
    },
  };
}

/** Undefined where the slot has nothing to say on the date. */
function postFor(
  source: OverviewSource,
  catalogue: Pick<Catalogue, "language">,
  { slot, settings: { selection, locale, headsUpDays = 0 }, late }: CompositionRequest,
  date: LocalDate,
): Post | undefined {
  const language = catalogue.language(locale);
  const options = { following: selection.parties, late };
  switch (slot) {
    case "daily": {
      const digest = digestFor(source, selection, date);
      return digest.lines.length === 0 ? undefined : dailyPost(digest, language, options);
    }
    case "month": {
      const overview = monthDigest(source, selection, date);
      return overview.lines.length === 0 ? undefined : monthPost(overview, date, language, options);
    }
    case "year": {
      const overview = yearDigest(source, selection, date);
      return overview.lines.length === 0 ? undefined : yearPost(overview, date, language, options);
    }
    case "weekly": {
      const days = weekDigests(source, selection, date);
      return days.length === 0 ? undefined : weekPost(days, date, language, options);
    }
    case "heads-up": {
      const digest = headsUpDigest(source, selection, date, headsUpDays);
      return digest.lines.length === 0 ? undefined : headsUpPost(digest, headsUpDays, language, options);
    }
  }
}

function compositionOf({ message, plain, title, tiers }: Post): Composition {
  const bare = { body: message, files: [] };
  return { full: bare, bare, plain: { body: plain, files: [] }, title, tiers };
}
