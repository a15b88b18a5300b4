import type { PartialDate } from "../date.ts";
import type { Annexation, Lineage, Party, PartyCode } from "../party.ts";
import type { MergedCode, PartyData, RegisteredParty, Seat } from "./data.ts";
import { existedOn } from "./existence.ts";
import { flagOf } from "./flag.ts";
import { createLineage } from "./lineage.ts";
import { createNames } from "./names.ts";
import { createSearch, type Resolution, type SearchHit } from "./search.ts";

/** Every party the archive knows. Pure and unchanging; cheap to make, it builds its search index when first asked. */
export interface Register {
  readonly all: readonly Party[];
  /** The party of a code, or of a code that was merged into another (malta-order). */
  party(code: PartyCode): Party | undefined;
  /**
   * A party's name in a Discord locale: ours where data/translations has one, else CLDR's, else the English one.
   * With a form ("article": the Soviet Union) that form where the language has it, else the plain name.
   * Throws RangeError for an unknown code.
   */
  name(code: PartyCode, locale: string, form?: string): string;
  /** A form of the name for use in a sentence; undefined where the language lacks it, so another sentence is needed. */
  form(code: PartyCode, locale: string, form: string): string | undefined;
  /** The flag as an emoji, of present states and of the EU and UN; former states have none. */
  flag(code: PartyCode): string | undefined;
  /** The codes whose events show when this one is followed: itself and what it continues, at any remove. */
  lineageOf(code: PartyCode): ReadonlySet<PartyCode>;
  /** Who came directly after a former party, and how. */
  successorsOf(code: PartyCode): readonly Lineage[];
  /** When another had annexed a party that came back as the same state. */
  annexationsOf(code: PartyCode): readonly Annexation[];
  /** Where lineage does not say who held the seats of an organisation's members. */
  seatsIn(organisation: PartyCode): readonly Seat[];
  /** Whether the code may stand in an event of that date: false only where the dates rule it out, or it is unknown. */
  existedOn(code: PartyCode, date: PartialDate): boolean;
  /** The likeliest parties for what a person has typed so far, in any language, best first, each once. Never throws. */
  search(typed: string, locale: string, limit: number): readonly SearchHit[];
  /** The one party that a whole name, code, alias or flag means, else suggestions. */
  resolve(text: string, locale: string): Resolution;
}

export function createRegister(data: PartyData, factsOf: (code: PartyCode) => number = () => 0): Register {
  const byCode = new Map(data.parties.map((each) => [each.code, each]));
  const merged = new Map(data.merged.filter(isForEver).map((each) => [each.code, each.party]));
  const names = createNames(data.translations);
  const lineage = createLineage(data.lineage);

  const seats = Map.groupBy(data.seats, ({ organisation }) => organisation);

  const party = (code: PartyCode): RegisteredParty | undefined =>
    byCode.get(code) ?? byCode.get(merged.get(code) ?? "");
  const known = (code: PartyCode): RegisteredParty => {
    const found = party(code);
    if (found === undefined) throw new RangeError(`No party has the code "${code}".`);
    return found;
  };

  return {
    ...createSearch(data, names, factsOf),
    all: data.parties,
    party,
    name: (code, locale, form) => (form && names.form(known(code), locale, form)) ?? names.name(known(code), locale),
    form: (code, locale, form) => names.form(known(code), locale, form),
    flag: (code) => flagOf(party(code)?.cldr?.region),
    lineageOf: (code) => lineage.shownFor(party(code)?.code ?? code),
    successorsOf: (code) => lineage.successorsOf(party(code)?.code ?? code),
    annexationsOf: (code) => data.annexed.filter((each) => each.party === code),
    seatsIn: (organisation) => seats.get(organisation) ?? [],
    existedOn: (code, date) => {
      const found = party(code);
      return found !== undefined && existedOn(found, date);
    },
  };
}

function isForEver({ from, until }: MergedCode): boolean {
  return from === undefined && until === undefined;
}
