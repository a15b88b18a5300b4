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
  /(?:,? and)?(?: of)? the (?:Governments?|(?:Federal |Socialist )?(?:People's )?Republic|Kingdom)(?: of(?: the (?:Federal |Socialist )?(?:People's )?Republic)?)?$/;
/** What a cut leaves of a phrase that goes on: "signed at London", "Government prolonging". */
const CUT_TAIL =
  /(?:,? (?:(?:to be )?signed at \p{Lu}\p{L}+|by way|exchanged|further|(?:further )?(?:extending|providing|abrogating|prolonging|amending|modifying|terminating|renewing)))+$/u;
const ELLIPSIS = /\s*(?:…|\.{3,})/;

/** What stands before an ellipsis, without the phrase that it cut short. */
export function cutEllipsis(name: string): string {
  const at = name.search(ELLIPSIS);
  if (at < 0) return name;
  if (at === 0) return cutEllipsis(name.replace(ELLIPSIS, ""));
  const words = balanceBrackets(name.slice(0, at)).trim().split(/\s+/);
  const isInBrackets = balanceBrackets(name.slice(0, at)) !== name.slice(0, at);
  const opener = isInBrackets ? -1 : words.findLastIndex((word) => OPENERS.includes(word.toLowerCase()));
  const before = (opener > 0 ? words.slice(0, opener) : words).join(" ").replace(/ to \p{Lu}?\p{Ll}+$/u, "");
  return dropHalfPair(dropDanglingWords(before.replace(NAMELESS_PARTY, "").replace(CUT_TAIL, "")));
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

/** Without a last word that the column's end cut in two: one that no other name has. */
export function dropHalfWord(name: string, isWord: (word: string) => boolean): string {
  const text = name.replace(/^[A-Z][\w ]{2,24}: /, "");
  const last = /\s([\p{L}-]+)$/u.exec(name);
  const word = last?.[1] ?? "";
  if (!COLUMN_ENDS.test(text) || last === null || (word.length > 2 && isWord(word.toLowerCase()))) return name;
  return dropDanglingWords(name.slice(0, last.index));
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
