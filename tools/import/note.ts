import { parsePartialDate } from "../../src/almanac/date.ts";
import { OF_MANY } from "../../src/almanac/hosted.ts";

/** Notes that the collectors' machinery made for itself; a reader learns nothing from them, or other columns say it. */
const MACHINE_NOTES = [
  /^dates differ between sources/,
  /^(other sources|another list|other lists|sources|list) gives? /,
  /in other lists$/,
  /^this one also in the bilateral table$/,
  /^also (in the PRC foreign ministry list|given by the US Office of the Historian)$/,
  /^also described as re-establishment of earlier relations$/,
  /^list of relations gives only /,
  /^other stage of relations or differing source$/,
  /^relations with a predecessor or earlier regime$/,
  /^earlier than \S+ statehood/,
  /^before Yemeni unification, presumed North Yemen$/,
  /^year only$/,
  /^Republic of China$/,
  /^acts dated /,
  /^World Treaty Index topic/,
  /^party as coded, before its independence$/,
  /^by instrument$/,
  /^date as (coded by ATOP|the source gives it)$/,
  /^accession of (hist:|[A-Z]{2}\b)/,
  /^year of the event commemorated$/,
  /^Factbook date: /,
  /^parties shown: /,
  /^multilateral,/,
  /^party list of the depositary/,
  /^parties listed signed that day$/,
  /^entry into the fighting as coded by COW$/,
  /^heading of the article says /,
  /^founding member$/,
  /^the day of ratification or accession differs$/,
  /^year doubtful: same as the record/,
];

/** Wordings of the collection in ours. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/^multilateral$/, OF_MANY],
  [/^day and month not given$/, "day and month not known"],
  [/^accession, date as coded by ATOP$/, "accession"],
  [/^75 years in 2026; /, ""],
  [/^(opened for signature \/ adopted|adopted or opened for signature)/, "adopted or opened for signature"],
  [/^(\d+) expelled/, "$1 diplomats expelled"],
  [/^1 diplomats/, "one diplomat"],
  [/^CSCE(?:, )?/, ""],
  [/^announced on that Monday$/, "announced that day"],
  [/^US legation raised/, "U.S. legation raised"],
  [/\bU\.S\. (?!legation raised to embassy\.)/g, "US "],
  [/; day from a second source \(wars\.jsonl\)/, ""],
  [/^120 years were marked in 2021, 125 in 2026; /, ""],
];

/** What of a note a reader profits from; undefined where nothing is left. */
export function cleanNote(text: string): string | undefined {
  const worded = WORDINGS.reduce((note, [from, to]) => note.replace(from, to), text);
  const parts = worded.split("; ").filter((part) => !MACHINE_NOTES.some((machine) => machine.test(part)));
  const note = parts.join("; ").replace(/\s+/g, " ").trim();
  return note === "" ? undefined : note;
}

const GIVES_DATES = /^(another list gives|other lists give|sources give|heading of the article says|acts dated)/;

/** Dates that a note gives besides the fact's own: "another list gives 2024-06-05", "Factbook date: 1822-05-24". */
export function datesInNote(text: string, date: string): readonly string[] {
  const parts = text.split("; ").filter((part) => GIVES_DATES.test(part) || part.endsWith(" in other lists"));
  const dates = parts.flatMap((part) => part.match(/\b\d{4}-\d{2}(?:-\d{2})?\b/g) ?? []);
  return [...new Set(dates)].filter((other) => other !== date && parsePartialDate(other) !== undefined);
}
