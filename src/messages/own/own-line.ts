import type { OwnAnniversary } from "../../digest/own.ts";
import type { Language } from "../language.ts";
import { FLAGS, type Line } from "../line.ts";
import { bold, escapeMarkdown, link, linkTarget } from "../markdown.ts";
import { shorten } from "../plain.ts";
import { ownKindText } from "./own-words.ts";

/** A line that tells of a server's own date. */
export interface OwnLine extends Line {
  readonly own: true;
}

/** Ten parties without a flag, or a host of many parts, would take the room of other lines. */
const LONGEST = { details: 200, host: 60 } as const;

/** An own event as one line of markdown: flags, years, its text as it was typed, year and kind, its link by the host it leads to. */
export function ownLine(own: OwnAnniversary, language: Language): OwnLine {
  const { parties, link: address } = own.event;
  const flags = [...new Set(parties.flatMap((code) => language.flag(code) ?? []))].slice(0, FLAGS).join(" ");
  const told = toldOf(own, language, { text: escapeMarkdown, years: (years) => bold(escapeMarkdown(years)) });
  const markdown = [flags, told, hostLink(address)].filter((part) => part !== "").join(" ");
  return { own: true, markdown, further: "", successors: [] };
}

/** The same in plain text, without flags and link. */
export function ownText(own: OwnAnniversary, language: Language): string {
  const asItIs = (text: string): string => text;
  return toldOf(own, language, { text: asItIs, years: asItIs });
}

/** How plain text is written into a line. */
interface Style {
  readonly text: (plain: string) => string;
  readonly years: (plain: string) => string;
}

function toldOf({ event, years }: OwnAnniversary, language: Language, style: Style): string {
  const { date, kind, parties } = event;
  const parts = [
    ...(date.precision === "day" && years !== 0 ? [language.date({ precision: "year", year: date.year })] : []),
    ...(kind === undefined ? [] : [ownKindText(kind, language)]),
    ...parties.filter((code) => language.flag(code) === undefined).map((code) => language.name(code)),
  ];
  const what = style.text(event.text);
  const details = style.text(shorten(parts.join("; "), LONGEST.details));
  if (years !== undefined && years !== 0)
    return language.text("post.anniversary", {
      years: style.years(language.years(years)),
      what,
      when: details,
    });
  return details === "" ? what : language.text("own.detailed", { what, details });
}

/** So that a reader sees where a link leads before following it. */
function hostLink(address: string | undefined): string {
  const target = address === undefined ? undefined : linkTarget(address);
  return target === undefined ? "" : link(shorten(new URL(target).host, LONGEST.host), target);
}
