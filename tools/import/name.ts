import { putCommas } from "./name-commas.ts";
import { balanceBrackets, cutEllipsis, dropDanglingWords, dropLeadingWords } from "./name-cut.ts";
import { spellOut } from "./name-instrument.ts";
import { mendDebris, mendProperNouns, mendTypos, quieten } from "./name-spelling.ts";

const LONGEST = 160;
const MOST_PASSES = 6;

const STEPS: readonly ((name: string) => string)[] = [
  mendDebris,
  cutEllipsis,
  balanceBrackets,
  spellOut,
  mendTypos,
  putCommas,
  mendProperNouns,
  quieten,
  mendProperNouns,
  dropDanglingWords,
  (name) => dropLeadingWords(name, false),
  tidy,
];

/** A proper name fit to be read: whole words, balanced brackets, no shouting; undefined where nothing readable is left. */
export function cleanName(text: string): string | undefined {
  const name = settle(text.normalize("NFC"), MOST_PASSES);
  return isReadable(name) ? name : undefined;
}

/** What one step leaves may be work for another: all steps again, until none has anything to do. */
function settle(text: string, passes: number): string {
  const cleaned = shorten(STEPS.reduce((name, step) => step(name), text));
  return cleaned === text || passes === 1 ? cleaned : settle(cleaned, passes - 1);
}

/** Of at most so many letters as a line can hold, ending after a whole phrase. */
export function shorten(name: string): string {
  return name.length > LONGEST ? tidy(cutEllipsis(`${name.slice(0, LONGEST)}…`)) : name;
}

function tidy(name: string): string {
  const tidied = name
    .replace(/\s+/g, " ")
    .replace(/\s+([,;:)\]])/g, "$1")
    .replace(/([([])\s+/g, "$1")
    .replace(/^[\s,;:.-]+|[\s,;:-]+$/g, "");
  return /\p{Ll}\.$/u.test(tidied) && !tidied.endsWith("etc.") ? tidied.slice(0, -1) : tidied;
}

/** Whether a name says no more than what sort of paper it is: "Agreement". */
export function isBareInstrument(name: string): boolean {
  return /^(agreement|exchange of (notes|letters)|convention|treaty|protocol|instrument|arrangement|note|act|memorandum)$/i.test(
    name,
  );
}

/** At least one word, and no sign of text that was read in the wrong encoding. */
function isReadable(name: string): boolean {
  return /\p{L}{2}/u.test(name) && !/\?=|\uFFFD|\p{Cc}/u.test(name);
}
