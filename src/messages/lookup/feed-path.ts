import { Locale } from "discord-api-types/v10";
import type { CalendarFilter } from "./calendar-file.ts";
import { codesText, type Known, readCodes } from "./few.ts";

/** A calendar as the address of its feed says it: nothing secret, to be read and changed by hand. */
export interface Feed extends CalendarFilter {
  /** A Discord locale. */
  readonly locale: string;
}

/** More parties than these are a file, not a feed: addresses stay short, and different feeds few. */
const MOST_PARTIES = 10;
const EVERYTHING = "all";

/** The path of a feed: /v1/en-GB/BE.KZ/milestones.ics; undefined for more parties than one may have. */
export function feedPath({ following, milestones, locale }: Feed): string | undefined {
  if (following.length > MOST_PARTIES) return undefined;
  const codes = following.length === 0 ? EVERYTHING : codesText(following.toSorted());
  return `/v1/${locale}/${codes}/${milestones ? "milestones" : EVERYTHING}.ics`;
}

/** The inverse; undefined for any other path, so that every feed has one address. */
export function parseFeedPath(path: string, known: Known): Feed | undefined {
  const [, written, codes = "", which] =
    /^\/v1\/([\w-]{2,6})\/([\w.-]{2,200})\/(all|milestones)\.ics$/.exec(path) ?? [];
  const locale = Object.values(Locale).find((each) => each === written);
  const following = codes === EVERYTHING ? [] : readCodes(codes, known);
  if (locale === undefined || following === undefined) return undefined;
  const feed = { locale, following, milestones: which === "milestones" };
  return feedPath(feed) === path ? feed : undefined;
}
