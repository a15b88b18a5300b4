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
export function ownLine({ event, years }: OwnAnniversary, language: Language): OwnLine {
  const { date, text, kind, parties } = event;
  const flags = [...new Set(parties.flatMap((code) => language.flag(code) ?? []))].slice(0, FLAGS).join(" ");
  const details = [
    ...(date.precision === "day" && years !== 0 ? [language.date({ precision: "year", year: date.year })] : []),
    ...(kind === undefined ? [] : [ownKindText(kind, language)]),
    ...parties.filter((code) => language.flag(code) === undefined).map((code) => language.name(code)),
  ];
  const what = escapeMarkdown(text);
  const when = escapeMarkdown(shorten(details.join("; "), LONGEST.details));
  const told = years === undefined || years === 0 ? undated(what, when, language) : dated(years, what, when, language);
  const markdown = [flags, told, hostLink(event.link)].filter((part) => part !== "").join(" ");
  return { own: true, markdown, further: "", successors: [] };
}

function undated(what: string, details: string, language: Language): string {
  return details === "" ? what : language.text("own.detailed", { what, details });
}

function dated(years: number, what: string, when: string, language: Language): string {
  return language.text("post.anniversary", {
    years: bold(escapeMarkdown(language.text("post.years", { years }))),
    what,
    when,
  });
}

/** So that a reader sees where a link leads before following it. */
function hostLink(address: string | undefined): string {
  const target = address === undefined ? undefined : linkTarget(address);
  return target === undefined ? "" : link(shorten(new URL(target).host, LONGEST.host), target);
}
