import { readImportTable } from "./tables.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words that open a phrase: what follows the last of them was cut off with the rest. */
const OPENERS =
  "of by for between and or concerning on in to with from under at relating regarding respecting as into upon through within against".split(
    " ",
  );
/** Words that cannot be the last of a name. */
const DANGLING = new Set([
  ...OPENERS,
  ..."& the a an its their his her certain other this that these those which provided including said respective".split(
    " ",
  ),
  ..."signed concluded done adopted made deemed used agreed amended be been may can is are was were has have".split(
    " ",
  ),
]);
/** A party whose own name was cut off: "and the Government", "the Government of the People's Republic". */
const NAMELESS_PARTY =
  /(?:,? and)?(?: of)? (?:(?:His|Her) Majesty(?:,? the (?:King|Queen|Emperor))?|the (?:Governments?|(?:Federal |Socialist )?(?:People's )?Republic|Kingdom|President|King|Queen|Emperor|Grand Duchy)(?: of(?: the (?:Federal |Socialist )?(?:People's )?Republic)?)?)$/;
/** What a cut leaves of a phrase that goes on: "signed at London", "Government prolonging". */
const CUT_TAIL =
  /(?:,? (?:(?:to be )?signed at \p{Lu}\p{L}+|by way|exchanged|further|(?:further )?(?:extending|providing|abrogating|prolonging|amending|modifying|terminating|renewing)))+$/u;
const ELLIPSIS = /\s*(?:…|\.{3,})/;

/** Words that lead to what was cut off with the rest: their phrase goes, or they alone; "always" also where no ellipsis says so. */
const LEADING = new Map(
  readImportTable("leading-words", ["word", "cut", "reason"]).map(({ cell }) => [cell("word"), cell("cut")]),
);
const FEWEST_WORDS = 3;
/** So long a name that ends in "the establishment" was cut by the list that has it. */
const LONG_NAME = 14;
const ACT = /(?:ment|tion|sion|ance)$/;

/** Without a last word that only leads to what was cut off: "... on the Protection" loses its last three. */
export function dropLeadingWords(name: string, isCut: boolean): string {
  const words = name.split(" ");
  const last = (words.at(-1) ?? "").toLowerCase();
  const how = LEADING.get(last);
  const isHalf =
    how === "phrase" && words.length > LONG_NAME && words.at(-2)?.toLowerCase() === "the" && ACT.test(last);
  if (how === undefined || (how !== "always" && !isCut && !isHalf)) return name;
  const opener = words.findLastIndex((word) => OPENERS.includes(word.toLowerCase()));
  const shorter = how === "word" ? words.slice(0, -1) : words.slice(0, opener);
  if ((how !== "word" && opener < 0) || shorter.length < FEWEST_WORDS) return name;
  return dropLeadingWords(dropDanglingWords(shorter.join(" ").replace(CUT_TAIL, "")), isCut);
}

/** What stands before an ellipsis, without the phrase that it cut short. */
export function cutEllipsis(name: string): string {
  const at = name.search(ELLIPSIS);
  if (at < 0) return name;
  if (at === 0) return cutEllipsis(name.replace(ELLIPSIS, ""));
  const words = balanceBrackets(name.slice(0, at)).trim().split(/\s+/);
  const isInBrackets = balanceBrackets(name.slice(0, at)) !== name.slice(0, at);
  const opener = isInBrackets ? -1 : words.findLastIndex((word) => OPENERS.includes(word.toLowerCase()));
  const before = (opener > 0 ? words.slice(0, opener) : words).join(" ").replace(/ to \p{Lu}?\p{Ll}+$/u, "");
  const whole = dropDanglingWords(before.replace(NAMELESS_PARTY, "").replace(CUT_TAIL, ""));
  return dropHalfPair(dropLeadingWords(whole, true));
}

/** Leaves out closing brackets that nothing opened, and cuts at an opening bracket that is never closed. */
export function balanceBrackets(name: string): string {
  const quoted = (name.match(/"/g) ?? []).length % 2 === 1 ? name.replaceAll('"', "") : name;
  const open: { readonly at: number; readonly closer: string }[] = [];
  let kept = "";
  for (const letter of quoted) {
    const closer = { "(": ")", "[": "]" }[letter];
    if (closer !== undefined) open.push({ at: kept.length, closer });
    else if (letter === ")" || letter === "]") {
      if (open.at(-1)?.closer !== letter) continue;
      open.pop();
    }
    kept += letter;
  }
  const first = open[0];
  return first === undefined ? kept : kept.slice(0, first.at).trimEnd();
}

/** Without words at the end that lead nowhere: "Agreement between Belgium and the" loses its last two. */
export function dropDanglingWords(name: string): string {
  const words = name.trim().split(/\s+/);
  const isDangling = () => DANGLING.has((words.at(-1) ?? "").toLowerCase().replace(/[,;:]$/, ""));
  while (words.length > 1 && isDangling()) words.pop();
  return words.join(" ");
}

/** The columns that the World Treaty Index was typed in end after so many letters; the last word there may be half a word. */
const COLUMN_ENDS = /^(?:.{46,49}|.{54}|.{59,63}|.{76,82}|.{114})$/s;

/** Whether a name of the World Treaty Index ends where a column does, what sort of paper it is before a colon not counted. */
export function isColumnFull(name: string): boolean {
  return COLUMN_ENDS.test(name.replace(/^[A-Z][\w ]{2,24}: /, ""));
}

const SHORTEST_BEGINNING = 3;

/** A last word that the column's end may have cut in two: completed where there is no doubt of it, left out where it is no word. */
export function mendHalfWord(name: string, { isWord, completed }: Vocabulary): string {
  const [, before = "", word = ""] = /(?:([\p{L}-]+)|\S)\s([\p{L}-]+)$/u.exec(name) ?? [];
  if (!isColumnFull(name) || word === "") return name;
  const start = name.slice(0, -word.length);
  if (word.length < SHORTEST_BEGINNING) return dropDanglingWords(start);
  const whole = completed(before.toLowerCase(), word.toLowerCase());
  if (whole !== undefined) return start + word + whole.slice(word.length);
  return isWord(word.toLowerCase()) ? name : dropDanglingWords(start);
}

/** Names of one party that have an "and" in them. */
const ONE_PARTY = /Great Britain and (?:Northern )?Ireland|Bosnia and Herzegovina|Trinidad and Tobago/g;

/** Without "between" where the second party was cut off. */
function dropHalfPair(name: string): string {
  const words = name.split(" ");
  const between = words.findLastIndex((word) => word.toLowerCase() === "between");
  const parties = words.slice(between).join(" ").replace(ONE_PARTY, "");
  if (between < 1 || /\b(?:and|their|two)\b|&/i.test(parties)) return name;
  return dropDanglingWords(words.slice(0, between).join(" "));
}
