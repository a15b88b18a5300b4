import { FAMILIES } from "../../almanac/kind.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { escapeMarkdown } from "../markdown.ts";
import { byName, membersOf, unknownMembers } from "./country-partners.ts";
import { partnersOf } from "./country-relations.ts";
import type { Inquiry } from "./inquiry.ts";

/** So many names are told in a row. */
const NAMES = 12;

/** What is on record of a party in a few plain sentences, as markdown. */
export function summaryOf(code: PartyCode, inquiry: Inquiry): readonly string[] {
  const type = inquiry.almanac.parties.party(code)?.type;
  const sentences = [
    ...countsOf(code, inquiry),
    ...lineageOf(code, inquiry),
    ...(type === "state" ? relationsOf(code, inquiry) : []),
    ...(type === "organisation" ? membershipOf(code, inquiry) : []),
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

function lineageOf(code: PartyCode, { almanac: { parties }, language }: Inquiry): readonly string[] {
  const formers = [...parties.lineageOf(code)].filter((each) => each !== code);
  const heirs = parties.successorsOf(code).map(({ successor }) => successor);
  return [
    ...(formers.length === 0 ? [] : [language.text("lookup.country.formers", { names: namesOf(formers, language) })]),
    ...(heirs.length === 0 ? [] : [language.text("lookup.country.heirs", { names: namesOf(heirs, language) })]),
  ];
}

function relationsOf(code: PartyCode, inquiry: Inquiry): readonly string[] {
  const { language } = inquiry;
  const { lasting, ended, unsure, without } = partnersOf(code, inquiry);
  const [first, latest] = [lasting[0], lasting.at(-1)];
  const since = ({ code: partner, since: { date } }: NonNullable<typeof first>): string =>
    language.text("lookup.country.since", { name: language.name(partner), date: language.date(date) });
  return [
    ...(first === undefined || latest === undefined
      ? []
      : [
          language.text("lookup.country.partners", {
            count: lasting.length,
            first: since(first),
            latest: since(latest),
          }),
        ]),
    ...(ended.length === 0 ? [] : [language.text("lookup.country.ended", { names: namesOf(ended, language) })]),
    ...(unsure.length === 0 ? [] : [language.text("lookup.country.unsure", { names: namesOf(unsure, language) })]),
    ...(without.length === 0 || lasting.length === 0
      ? []
      : [language.text("lookup.country.none-with", { count: without.length, names: namesOf(without, language) })]),
  ];
}

function membershipOf(code: PartyCode, inquiry: Inquiry): readonly string[] {
  const { language } = inquiry;
  const members = membersOf(code, inquiry).map((member) => member.code);
  return [
    ...(members.length === 0
      ? []
      : [language.text("lookup.country.members-are", { count: members.length, names: namesOf(members, language) })]),
    ...unknownMembers(code, inquiry),
  ];
}

function namesOf(codes: readonly PartyCode[], language: Inquiry["language"]): string {
  const names = byName(codes, language).map((code) => language.nameInText(code));
  return names.length <= NAMES
    ? language.list(names)
    : language.text("post.others", { names: names.slice(0, NAMES).join(", "), others: names.length - NAMES });
}
