import type { Draft } from "./draft.ts";
import { readImportTable } from "./tables.ts";

/** What treaties are called whose whole name the collection has no room for. */
const USUAL = new Map(
  readImportTable("treaty-names", ["collected", "usual", "reason"]).map(({ cell }) => [
    cell("collected"),
    cell("usual"),
  ]),
);

const ENGLISH = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const LETTERS = [...Array(26).keys()].map((at) => String.fromCodePoint(65 + at));

/** By what names a list of trade agreements calls their parties, with their codes: blocs, short names, and every state's own. */
export const CODE_OF_NAME: ReadonlyMap<string, string> = new Map([
  ...LETTERS.flatMap((one) =>
    LETTERS.flatMap((other) => {
      const name = ENGLISH.of(`${one}${other}`);
      return name === undefined ? [] : [[name, `${one}${other}`] as const];
    }),
  ),
  ...readImportTable("parties-named", ["name", "code", "reason"]).map(
    ({ cell }) => [cell("name"), cell("code")] as const,
  ),
]);

/** The usual name of a treaty that the collection has only in part; any other name as it is. */
export function usualName(name: string): string {
  return USUAL.get(name) ?? name;
}

/** The event by the usual name of its treaty, where its own is too long for a line. */
export function withUsualName(draft: Draft): Draft {
  return draft.name === undefined ? draft : { ...draft, name: usualName(draft.name) };
}

/** "EFTA Georgia trade agreement" with dashes between the parties that the list only puts side by side. */
export function withDashes(name: string): string {
  const [, parties = "", what = ""] =
    /^(.+?)( (?:trade|association|Association|Euro-Med|services|Services|Goods).*)$/.exec(name) ?? [];
  const named = partiesNamedIn(parties);
  return named.length < 2 ? name : `${named.join("–")}${what}`;
}

/** The names that a run of words is made of, from the left; none where some words are no party's name. */
export function partiesNamedIn(words: string): readonly string[] {
  if (words === "") return [];
  const name = NAMES.find((each) => words === each || words.startsWith(`${each} `));
  if (name === undefined) return [];
  const rest = words.slice(name.length + 1);
  const others = partiesNamedIn(rest);
  return rest !== "" && others.length === 0 ? [] : [name, ...others];
}

/** The longest first, so that "South Africa" is not read as something else. */
const NAMES = [...CODE_OF_NAME.keys()].sort((one, other) => other.length - one.length);
