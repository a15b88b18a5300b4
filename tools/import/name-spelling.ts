import { ACRONYMS, PROPER_NOUNS } from "./proper-nouns.ts";
import { readImportTable } from "./tables.ts";

/** Where a ministry filed the paper: ( WLE 20/1 (17) 1975 ), [CR 60912/11 1963. */
const FILE_MARK = /\s*[([]\s*[A-Z]{2,4} \d+\/[\d /()]+[)\]]?/g;

/** Takes out the marks that a wrong encoding left around words, and letters that HTML wrote as numbers. */
export function mendDebris(name: string): string {
  return name
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&amp;", "&")
    .replaceAll("A(100)", "é")
    .replace(FILE_MARK, "")
    .replace(/\b(\d\d):(\d\d):(\d{4})\b/g, "$1.$2.$3")
    .replace(/(^|[\s(])o\?=\s?/g, "$1")
    .replace(/o\?=(?=$|[\s),])/g, "")
    .replace(/[\u00ad\u200b-\u200f\u2028\u2029]/g, "")
    .replace(/\s+/g, " ");
}

/** What no list of words can say: doubled words, the pound sign, abbreviations by what follows them. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/#(?=\d)|(?<=\bof )'(?=\d)/g, "£"],
  [/\b(the|and|of|concerning|former|Cyprus|costs|agreement)\s+\1\b/gi, "$1"],
  [/\bw\/ ?(?=\p{L})/gu, "with "],
  [/\bEst\. (?=\p{Ll})/gu, "establishing "],
  [/\bof(?=\d)/g, "of "],
];

/** Finds a whole word in any case; one in capitals only where it is in capitals. */
function wordIn(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, /\p{Lu}{2}/u.test(text) ? "gu" : "giu");
}

/** Words of the lists that were read and are run together or typed wrongly, each with what it should be. */
const MISSPELT = readImportTable("misspelt-words", ["wrong", "right", "reason"]).map(
  ({ cell }) => [wordIn(cell("wrong")), cell("right")] as const,
);

/** The name with what the lists that were read spell wrongly put right. */
export function mendTypos(name: string): string {
  return [...RULES, ...MISSPELT].reduce((text, [wrong, right]) => text.replace(wrong, inCaseOf(right)), name);
}

/** The right word, with a capital where the wrong one had one; a doubled word once, as it was first written. */
function inCaseOf(right: string): (found: string, ...groups: unknown[]) => string {
  return (found, first) => {
    const word = right === "$1" ? String(first) : right;
    return /^[A-Z]/.test(found) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
  };
}

const SHOUTED = /(?<![\p{L}\p{N}.])[\p{Lu}][\p{Lu}'/&-]*(?:[\s,:]+[\p{Lu}][\p{Lu}'/&-]*)+(?![\p{L}.])/gu;
const ROMAN = /^[IVX]+$/;

/** Puts runs of capitals that are no acronyms into small letters, with a capital at the front. */
export function quieten(name: string): string {
  return name.replace(SHOUTED, (run) => {
    const words = run.split(/([\s,:/]+)/);
    const isShouting = words.some((word) => word.length >= 6 && !ACRONYMS.has(word.toLowerCase()));
    if (!isShouting) return run;
    const quiet = words.map((word) =>
      ACRONYMS.has(word.toLowerCase()) || ROMAN.test(word) ? word : word.toLowerCase(),
    );
    const text = quiet.join("");
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
}

const NOUNS = [...PROPER_NOUNS].sort((a, b) => b.length - a.length);
const NOUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NOUNS.map((noun) => noun.replace(/[.]/g, "\\$&")).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);
const RIGHT_CASE = new Map(NOUNS.map((noun) => [noun.toLowerCase(), noun]));
const WORD = /(?<![\p{L}\p{N}])[\p{L}.]{2,}(?![\p{L}\p{N}])/gu;

/** The first half of an adjective of two peoples, which the lists write small: "franco-German", "indo-Uganda". */
const PEOPLE =
  /(?<![\p{L}\p{N}-])(anglo|austro|franco|graeco|greco|hispano|indo|italo|luso|russo|sino)-(\p{L})(?=\p{L}{3})/gu;

/** Gives acronyms and the names of countries and places their capitals. */
export function mendProperNouns(name: string): string {
  const paired = name.replace(PEOPLE, (pair) => pair.replace(/\p{L}+/gu, capital));
  const placed = paired.replace(NOUN, (found) => RIGHT_CASE.get(found.toLowerCase()) ?? found);
  return placed.replace(WORD, (word) => ACRONYMS.get(word.toLowerCase()) ?? word);
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
