import type { Fact } from "./fact.ts";
import { readImportTable } from "./tables.ts";

/**
 * Whose treaties the British list files under Britain although they are their own, from when on, and by which names (a regular
 * expression) it calls them: the dominions from the Imperial Conference of 1926 on, the European Communities because the
 * United Kingdom joined them in 1973. Of mandates both sides must be named: Britain or France concluded some of their
 * treaties. "other" is how the list names other parties of those treaties, where not as we do.
 */
const TABLE = readImportTable("dominions", ["what", "named", "party", "since", "reason"]).map(({ cell }) => ({
  what: cell("what"),
  pattern: new RegExp(cell("named")),
  party: cell("party"),
  since: cell("since"),
}));
const OWN = TABLE.filter(({ what }) => what === "dominion" || what === "mandate");
const MANDATES = new Set(TABLE.filter(({ what }) => what === "mandate").map(({ party }) => party));
const COMMUNITIES = TABLE.filter(({ what }) => what === "community");
const CALLED = new Map(
  TABLE.filter(({ what }) => what !== "community")
    .toReversed()
    .map(({ party, pattern }) => [party, pattern]),
);
const BRITAIN = /United Kingdom|Great Britain|Britannic|British|Northern Ireland/;
const BETWEEN =
  /\b[Bb]etween (.*?) and (.*?)(?= (?:regarding|concerning|respecting|relating|for|amending|to|on|providing)\b|[,;]|$)/;

/** A treaty "between Canada and ..." in the British list as a treaty of Canada; anything else as it is. */
export function ofDominion(fact: Fact): Fact {
  const { file, name, parties } = fact;
  if (file !== "treaties-gb" || name === undefined || parties.length !== 2 || !parties.includes("GB")) return fact;
  if (BRITAIN.test(name)) return fact;
  const party = communityIn(name) ?? ownerOf(fact, name);
  if (party === undefined) return fact;
  return { ...fact, parties: [...new Set(parties.map((each) => (each === "GB" ? party : each)))] };
}

/** The Community that a treaty names as one of the two sides. */
function communityIn(name: string): string | undefined {
  if (!/\bbetween\b/i.test(name)) return undefined;
  return COMMUNITIES.find(({ pattern }) => pattern.test(name))?.party;
}

/** The state that a treaty names as one of the two sides; a list of several is of Britain as well. */
function ownerOf({ parties, date }: Fact, name: string): string | undefined {
  const [, one, other] = BETWEEN.exec(name) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const foreign = parties.find((party) => party !== "GB") ?? "GB";
  if (OWN.filter(({ pattern }) => pattern.test(name)).length > 2) return undefined;
  const isOwn = (pattern: RegExp, code: string) =>
    MANDATES.has(code)
      ? (pattern.test(one) && is(foreign, other)) || (pattern.test(other) && is(foreign, one))
      : pattern.test(one) || pattern.test(other);
  return OWN.find(({ pattern, party, since }) => date >= since && party !== foreign && isOwn(pattern, party))?.party;
}

const ENGLISH = new Intl.DisplayNames(["en"], { type: "region" });

function is(code: string, name: string): boolean {
  const called = CALLED.get(code);
  if (called !== undefined) return called.test(name);
  return !/^[A-Z]{2}$/.test(code) || name.includes(ENGLISH.of(code) ?? code);
}
