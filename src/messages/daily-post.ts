import { type Digest, MILESTONE } from "../digest/digest.ts";
import { type OwnAnniversary, ownTier } from "../digest/own.ts";
import { viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { type Line, milestoneLines, occasionLine } from "./line.ts";
import { ownFirst, ownLines } from "./own/own-section.ts";
import { type Post, type PostOptions, postOf, setApart } from "./post.ts";
import { readerOf } from "./sentence.ts";
import { timelineButton } from "./timeline-button.ts";

/**
 * The post of a day: the server's own dates, then its lines best first, the best one set apart where it is a milestone, and what was
 * left out.
 */
export function dailyPost(
  digest: Digest,
  language: Language,
  options: PostOptions,
  own: readonly OwnAnniversary[] = [],
): Post {
  const reader = readerOf(language, options.following);
  const [best] = digest.lines;
  const milestone = best !== undefined && best.lead.tier >= MILESTONE ? best : undefined;
  const [first, ...rest] = digest.lines.map((line) => occasionLine(line, reader));
  const plain = first === undefined ? [] : [first, ...rest];
  const whole = language.text("post.whole-day");
  const apart = milestone === undefined ? undefined : milestoneLines(milestone, reader);
  const rich = apart === undefined ? plain : [{ ...apart, apart: true }, ...rest];
  const ours = ownLines(own, language, whole);
  return postOf(
    {
      title: language.text("post.heading", { date: language.weekday(digest.date) }),
      lines: { rich: [...ours, ...rich], plain: [...ours, ...plain] },
      sections: ownFirst(
        setApart((line: Line & { readonly apart?: boolean }) => line.apart === true),
        language,
      ),
      omitted: {
        count: digest.omitted,
        text: (count) => language.text("post.omitted", { count, button: whole }),
      },
      buttons: [viewButton(whole, digest.date, options.following), ...timelineButton(best, language)],
      tiers: [...own.flatMap((each) => ownTier(each) ?? []), ...digest.lines.map(({ lead }) => lead.tier)],
    },
    language,
    options,
  );
}
