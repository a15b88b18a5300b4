import { MILESTONE, type Overview } from "../digest/digest.ts";
import { viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { type Line, occasionLine } from "./line.ts";
import { type Post, type PostOptions, postOf, setApart } from "./post.ts";
import { readerOf } from "./sentence.ts";

/** The texts of an overview, by how closely its facts are known. */
const TEXTS = {
  month: { title: "post.month", about: "post.month-known", omitted: "post.month-omitted", button: "post.whole-month" },
  year: { title: "post.year", about: "post.year-known", omitted: "post.year-omitted", button: "post.whole-year" },
} as const;

/** The overview of a month or a year: the milestones, then the other lines, and that nothing closer is known of them. It mentions no role: a role is mentioned on the day. */
export function overviewPost(overview: Overview, language: Language, options: PostOptions): Post {
  const reader = readerOf(language, options.following);
  const { title, about, omitted, button } = TEXTS[overview.date.precision];
  const lines = overview.lines.map((line): Line & { readonly apart: boolean } => ({
    ...occasionLine(line, reader),
    apart: line.lead.tier >= MILESTONE,
  }));
  const whole = language.text(button);
  return postOf(
    {
      title: language.text(title, { date: language.date(overview.date) }),
      about: language.text(about),
      lines: { rich: lines, plain: lines },
      sections: setApart((line) => line.apart),
      omitted: { count: overview.omitted, text: (count) => language.text(omitted, { count, button: whole }) },
      buttons: [viewButton(whole, overview.date, options.following)],
      tiers: [],
    },
    language,
    options,
  );
}
