import { FAMILIES } from "../../almanac/kind.ts";
import { successionOf } from "../../almanac/parties/lines.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { presentHeirs } from "../../digest/sequel.ts";
import type { Language } from "../language.ts";
import { escapeMarkdown } from "../markdown.ts";
import { hasMembers, membersOf, unknownMembers } from "./country-partners.ts";
import { latestOf, partnersOf } from "./country-relations.ts";
import { fewInOrder, fewNames } from "./few-names.ts";
import type { Inquiry } from "./inquiry.ts";

/** What is on record of a party in a few plain sentences, as markdown. */
export function summaryOf(code: PartyCode, inquiry: Inquiry): readonly string[] {
  const party = inquiry.almanac.parties.party(code);
  const sentences = [
    ...countsOf(code, inquiry),
    ...lineageOf(code, inquiry),
    ...(party === undefined || party.type === "former-state"
      ? []
      : (hasMembers(party) ? membershipOf : relationsOf)(code, inquiry)),
  ];
  return sentences.length === 0 ? [] : [sentences.map(escapeMarkdown).join("\n")];
}

function countsOf(code: PartyCode, { almanac, language }: Inquiry): readonly string[] {
  const filter = { parties: [code] };
  const oldest = almanac.find(filter, { order: "date", limit: 1 });
  const [first] = oldest.items;
  const [last] = almanac.find(filter, { order: "latest", limit: 1 }).items;
  if (first === undefined || last === undefined) return [];
  const families = FAMILIES.flatMap((family) => {
    const { total } = almanac.find({ ...filter, families: [family] }, { order: "date", limit: 0 });
    return total === 0
      ? []
      : [language.text("lookup.country.of-family", { family: language.text(`lookup.family.${family}`), count: total })];
  });
  const yearOf = ({ date: { year } }: typeof first): string => language.date({ precision: "year", year });
  return [
    language.text("lookup.country.counts", { count: oldest.total, first: yearOf(first), last: yearOf(last) }),
    families.join(" · "),
  ];
}

function lineageOf(code: PartyCode, { almanac, language }: Inquiry): readonly string[] {
  const { parties } = almanac;
  const before = [...parties.lineageOf(code)].filter((each) => each !== code);
  // an organisation that does what another did is not that one under a new name
  const isOther = (former: PartyCode): boolean => successionOf(former, code, parties) === "succession";
  const [formers, others] = [before.filter((each) => !isOther(each)), before.filter(isOther)];
  const heirs = presentHeirs(code, almanac).map(({ successor }) => successor);
  return [
    ...(formers.length === 0 ? [] : [language.text("lookup.country.formers", { names: fewNames(formers, language) })]),
    ...(others.length === 0 ? [] : [language.text("lookup.country.took-over", { names: fewNames(others, language) })]),
    ...(heirs.length === 0 ? [] : [language.text("lookup.country.heirs", { names: fewNames(heirs, language) })]),
  ];
}

function relationsOf(code: PartyCode, inquiry: Inquiry): readonly string[] {
  const { language } = inquiry;
  const partners = partnersOf(code, inquiry);
  const { lasting, first, doubtful, resumed, perhaps, over, without } = partners;
  const codeOf = (partner: { readonly code: PartyCode }): PartyCode => partner.code;
  const latest = latestOf(partners);
  const since = ({ code: partner, since: { date } }: NonNullable<typeof first>): string =>
    language.text("lookup.country.since", { name: language.name(partner), date: language.date(date) });
  return [
    ...(first === undefined || latest === undefined
      ? []
      : [
          language.text("lookup.country.partners", {
            count: lasting.length + resumed.length,
            first: since(first),
            latest: since(latest),
          }),
        ]),
    ...(doubtful.length === 0
      ? []
      : [language.text("lookup.country.doubtful", { names: fewInOrder(doubtful.map(codeOf), language) })]),
    ...namesOf("lookup.country.ended", over.map(codeOf), language),
    ...namesOf("lookup.country.perhaps", perhaps.map(codeOf), language),
    ...namesOf("lookup.country.unsure", resumed, language),
    ...(lasting.length === 0 ? [] : withoutOf(code, without, inquiry)),
  ];
}

function namesOf(
  key: `lookup.country.${"ended" | "perhaps" | "unsure"}`,
  codes: readonly PartyCode[],
  language: Language,
): readonly string[] {
  return codes.length === 0 ? [] : [language.text(key, { names: fewNames(codes, language) })];
}

/** With whom no beginning is on record: those with whom something else is, most first, and those with whom nothing is. */
function withoutOf(code: PartyCode, without: readonly PartyCode[], { almanac, language }: Inquiry): readonly string[] {
  const { parties } = almanac;
  const own = [...parties.lineageOf(code)];
  const countWith = (other: PartyCode): number =>
    [...parties.lineageOf(other)]
      .flatMap((theirs) => own.map((ours) => almanac.pairCount(ours, theirs)))
      .reduce((all, count) => all + count, 0);
  const dealt = without
    .filter((other) => countWith(other) > 0)
    .toSorted((one, other) => countWith(other) - countWith(one));
  const never = without.filter((other) => countWith(other) === 0);
  return [
    ...(dealt.length === 0
      ? []
      : [
          language.text("lookup.country.dealt-with", {
            count: dealt.length,
            names: fewInOrder(dealt, language),
          }),
        ]),
    ...(never.length === 0
      ? []
      : [language.text("lookup.country.none-with", { count: never.length, names: fewNames(never, language) })]),
  ];
}

function membershipOf(code: PartyCode, inquiry: Inquiry): readonly string[] {
  const { language } = inquiry;
  const members = membersOf(code, inquiry).map((member) => member.code);
  return [
    ...(members.length === 0
      ? []
      : [language.text("lookup.country.members-are", { count: members.length, names: fewNames(members, language) })]),
    ...unknownMembers(code, inquiry),
  ];
}
