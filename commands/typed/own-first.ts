import type { Register } from "../../src/almanac/parties/register.ts";
import type { PartyCode } from "../../src/almanac/party.ts";

/** Among so many hits those that a server follows come first. */
const AMONG = 50;

/** The register as a server's members search it: what the server follows comes first, and at once before anything is typed. */
export function ownFirst(
  parties: Pick<Register, "search" | "resolve" | "party" | "name">,
  own: readonly PartyCode[],
): Pick<Register, "search" | "resolve"> {
  const search: Register["search"] = (typed, locale, limit) => {
    const hits = parties.search(typed, locale, Math.max(limit, AMONG));
    const first =
      typed.trim() === ""
        ? own.flatMap((code) => {
            const party = parties.party(code);
            return party === undefined ? [] : [{ party, name: parties.name(code, locale) }];
          })
        : hits.filter(({ party }) => own.includes(party.code));
    const rest = hits.filter(({ party }) => !own.includes(party.code));
    return [...first, ...rest].slice(0, limit);
  };
  return { search, resolve: parties.resolve };
}
