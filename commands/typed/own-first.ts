import { fold } from "../../src/almanac/parties/fold.ts";
import type { Register } from "../../src/almanac/parties/register.ts";
import type { Party, PartyCode } from "../../src/almanac/party.ts";

/** Among so many hits those that a server follows come first. */
const AMONG = 100;
/** Of so few letters many names begin: they are grouped, in the order of the alphabet. */
const FEW_LETTERS = 2;

type Hits = ReturnType<Register["search"]>;

/**
 * The register as a server's members search it: what the server follows comes first, and at once before anything is typed. For one or two
 * letters then the one whose code or short name that is, then states, organisations and former states by name, then other names.
 */
export function ownFirst(
  parties: Pick<Register, "search" | "resolve" | "party" | "name">,
  own: readonly PartyCode[],
): Pick<Register, "search" | "resolve"> {
  const search: Register["search"] = (typed, locale, limit) => {
    const found = parties.search(typed, locale, AMONG);
    const text = fold(typed);
    const isShort = text.length > 0 && text.length <= FEW_LETTERS;
    const hits = isShort ? grouped(found, text, locale) : found;
    const first =
      text === ""
        ? own.flatMap((code) => {
            const party = parties.party(code);
            return party === undefined ? [] : [{ party, name: parties.name(code, locale) }];
          })
        : hits.filter((hit) => own.includes(hit.party.code) && !(isShort && isOtherName(hit, text)));
    const codes = new Set(first.map(({ party }) => party.code));
    return [...first, ...hits.filter(({ party }) => !codes.has(party.code))].slice(0, limit);
  };
  return { search, resolve: parties.resolve };
}

const ORDER: Readonly<Record<Party["type"], number>> = { state: 0, organisation: 1, "former-state": 2 };

function grouped(hits: Hits, text: string, locale: string): Hits {
  const { compare } = new Intl.Collator(locale);
  const groups = Map.groupBy(hits, (hit) => {
    if (isMeant(hit, text)) return "meant";
    return isOtherName(hit, text) ? "other" : "name";
  });
  const byName = groups.get("name") ?? [];
  return [
    ...(groups.get("meant") ?? []),
    ...byName
      .map(({ party, name }) => ({ party, name }))
      .toSorted((one, other) => ORDER[one.party.type] - ORDER[other.party.type] || compare(one.name, other.name)),
    ...(groups.get("other") ?? []),
  ];
}

/** Its code or acronym, or another name of it, is just what was typed: US, UK, EU. */
function isMeant({ party, matched }: Hits[number], text: string): boolean {
  return [party.code, party.acronym, matched].some((each) => each !== undefined && fold(each) === text);
}

/** It was found by another name than the one that is shown, or by a later word of it: the name itself does not begin so. */
function isOtherName({ name }: Hits[number], text: string): boolean {
  return !fold(name).startsWith(text);
}
