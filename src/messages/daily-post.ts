import type { APIButtonComponent } from "discord-api-types/v10";
import type { PartyCode } from "../almanac/party.ts";
import { type Digest, type DigestLine, MILESTONE } from "../digest/digest.ts";
import { viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { type Line, milestoneLines, occasionLine } from "./line.ts";
import { betweenId } from "./lookup/between-view.ts";
import { button, LIMITS } from "./payload.ts";
import { shorten } from "./plain.ts";
import { type Post, type PostOptions, postOf, setApart } from "./post.ts";
import { readerOf } from "./sentence.ts";

/** The post of a day: a milestone set apart, the other lines best first, and what was left out. */
export function dailyPost(digest: Digest, language: Language, options: PostOptions): Post {
  const reader = readerOf(language, options.following);
  const milestone = digest.lines.find(({ lead }) => lead.tier >= MILESTONE);
  const lines = [...(milestone === undefined ? [] : [milestone]), ...digest.lines.filter((line) => line !== milestone)];
  const [first, ...rest] = lines.map((line) => occasionLine(line, reader));
  const plain = first === undefined ? [] : [first, ...rest];
  const whole = language.text("post.whole-day");
  const apart = milestone === undefined ? undefined : milestoneLines(milestone, reader);
  return postOf<Line & { readonly apart?: boolean }>(
    {
      title: language.text("post.heading", { date: language.weekday(digest.date) }),
      lines: { rich: apart === undefined ? plain : [{ ...apart, apart: true }, ...rest], plain },
      sections: setApart((line) => line.apart === true),
      omitted: {
        count: digest.omitted,
        text: (count) => language.text("post.omitted", { count, button: whole }),
      },
      buttons: [viewButton(whole, digest.date, options.following), ...timeline(lines[0], language)],
      tiers: digest.lines.map(({ lead }) => lead.tier),
    },
    language,
    options,
  );
}

/** Longer codes leave no room in a custom_id for the mark that delivery adds. */
const LONGEST_CODES = 55;

/** To all that is known of the two parties of a line, as they are today; none where it has more, or fewer. */
export function timeline(first: DigestLine | undefined, language: Language): readonly APIButtonComponent[] {
  const [one, other, ...more] = first?.lead.event.parties.map((code) => presentOf(code, first)) ?? [];
  if (one === undefined || other === undefined || more.length > 0 || one === other) return [];
  if (encodeURIComponent(one + other).length > LONGEST_CODES) return [];
  const id = betweenId("open", { pair: [one, other], organisations: false, page: 1 });
  const label = language.text("post.timeline", { one: language.name(one), other: language.name(other) });
  return [button(shorten(label, LIMITS.label), id)];
}

/** The one that continues a former party, where there is only one. */
function presentOf(code: PartyCode, { sequel }: DigestLine): PartyCode {
  const [heir, ...others] = sequel.lineage.filter(({ former }) => former === code);
  return heir !== undefined && others.length === 0 && heir.how !== "split" ? heir.successor : code;
}
