import { readImportTable } from "./tables.ts";

/** What treaties are called whose whole name the collection has no room for. */
const USUAL = new Map(
  readImportTable("treaty-names", ["collected", "usual", "reason"]).map(({ cell }) => [
    cell("collected"),
    cell("usual"),
  ]),
);

/** Blocs and short names of states by which a list of trade agreements names their parties. */
const BLOCS = "EFTA EC EEC EU GCC MERCOSUR CARICOM ASEAN SACU CEFTA ECOWAS COMESA UK US USA UAE CIS".split(" ");
const ENGLISH = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const ALSO_CALLED = ["Korea", "Viet Nam", "Macedonia", "Hong Kong", "Palestinian Authority", "Turkey", "Cote d'Ivoire"];

/** The usual name of a treaty that the collection has only in part; any other name as it is. */
export function usualName(name: string): string {
  return USUAL.get(name) ?? name;
}

/** "EFTA Georgia trade agreement" with dashes between the parties that the list only puts side by side. */
export function withDashes(name: string): string {
  const [, parties = "", what = ""] =
    /^(.+?)( (?:trade|association|Association|Euro-Med|services|Services|Goods).*)$/.exec(name) ?? [];
  const named = partiesIn(parties);
  return named.length < 2 ? name : `${named.join("–")}${what}`;
}

/** The names that a run of words is made of, from the left; none where some words are no party's name. */
function partiesIn(words: string): readonly string[] {
  if (words === "") return [];
  const name = NAMES.find((each) => words === each || words.startsWith(`${each} `));
  if (name === undefined) return [];
  const rest = words.slice(name.length + 1);
  const others = partiesIn(rest);
  return rest !== "" && others.length === 0 ? [] : [name, ...others];
}

const LETTERS = [...Array(26).keys()].map((at) => String.fromCodePoint(65 + at));
/** The longest first, so that "South Africa" is not read as something else. */
const NAMES = [
  ...BLOCS,
  ...ALSO_CALLED,
  ...LETTERS.flatMap((one) => LETTERS.flatMap((other) => ENGLISH.of(`${one}${other}`) ?? [])),
].sort((one, other) => other.length - one.length);
