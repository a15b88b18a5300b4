import { isDirected, isKind } from "../../src/almanac/kind.ts";
import type { CodedParty } from "./codes.ts";
import { partiesIn, type Row } from "./data-rows.ts";
import type { Fact } from "./fact.ts";
import { changeOther } from "./other-kinds.ts";
import { pageOf } from "./references.ts";

/** Changes of kind that the import makes on purpose: from the collection's to ours. */
const CHANGED_KINDS: Readonly<Record<string, readonly string[]>> = {
  "relations-established": ["relations-restored"],
  "treaty-signed": ["treaty-ratified", "treaty-in-force", "peace-treaty", "armistice"],
  "peace-treaty": ["treaty-signed"],
  armistice: ["peace-treaty"],
  "alliance-formed": ["treaty-signed", "treaty-ratified", "peace-treaty"],
  "alliance-ended": ["treaty-ended"],
};

/**
 * What a row of data/events says that the fact lines it came from do not: one text a difference. It looks at the lines
 * as they were collected and knows nothing of how the import merges them.
 */
export function differences(row: Row, facts: readonly Fact[], urlOf: (id: string) => string, codeOf: CodeOf): string[] {
  return [
    ...dateDifferences(row, facts),
    ...kindDifferences(row, facts),
    ...partyDifferences(row, facts, codeOf),
    ...textDifferences(row, facts),
    ...markDifferences(row, facts),
    ...peopleDifferences(row, facts),
    ...nameThenDifferences(row, facts, codeOf),
    ...noteDifferences(row, facts),
    ...sourceDifferences(row, facts, urlOf),
  ];
}

/** Words of the names that the import makes of what a line says in other columns. */
const OUR_WORDS = ["treaty", "of", "and", "on", "to", "matters", "concerning"];

/** The party of data/parties/ that a code of the collection means on a date. */
export type CodeOf = (code: string, date: string) => CodedParty;

function dateDifferences(row: Row, facts: readonly Fact[]): string[] {
  const given = facts.flatMap(({ date, otherDates }) => [date, ...otherDates]);
  const noted = facts.map(({ note }) => note ?? "").join(" ");
  const isGiven = (date: string) => given.includes(date) || noted.includes(date);
  const wrong = [row["date"] ?? "", ...words(row["other_dates"])].filter((date) => !isGiven(date));
  const told = [row["date"] ?? "", ...words(row["other_dates"])];
  const silent = facts
    .map(({ date }) => date)
    .filter((date) => !told.some((each) => each.startsWith(date)) && told.length < 5);
  const end = row["end"] ?? "";
  const wrongEnd = end !== "" && !facts.some((fact) => fact.end === end) ? [`end ${end} is in no line`] : [];
  return [
    ...wrong.map((date) => `date ${date} is in no line`),
    ...silent.map((date) => `date ${date} is lost`),
    ...wrongEnd,
  ];
}

function kindDifferences(row: Row, facts: readonly Fact[]): string[] {
  const kind = row["kind"] ?? "";
  const isTold = facts.some((fact) => {
    const given = fact.kind === "other" ? (changeOther(fact.name ?? "").kind ?? "") : fact.kind;
    return given === kind || CHANGED_KINDS[given]?.includes(kind) === true;
  });
  return isTold ? [] : [`kind ${kind} is in no line`];
}

function partyDifferences(row: Row, facts: readonly Fact[], codeOf: CodeOf): string[] {
  const told = partiesIn(row["parties"] ?? "");
  const sets = facts.map((fact) => partiesOf(fact).map((party) => codeOf(party, fact.date).code));
  const isWhole = sets.some((set) => new Set([...set, ...told]).size === told.length && set.length === told.length);
  const isUnion =
    told.every((party) => sets.some((set) => set.includes(party))) &&
    sets.some((set) => set.every((party) => told.includes(party)));
  if (!isWhole && !isUnion) return [`parties ${told.join(" ")} are in no line`];
  const { kind = "" } = row;
  const isInOrder = sets.some(
    (set) => [...new Set(set)].filter((party) => told.includes(party)).join() === told.join(),
  );
  return isKind(kind) && isDirected(kind) && !isInOrder
    ? [`parties stand in the order ${told.join(" ")} in no line`]
    : [];
}

function partiesOf({ kind, name, parties }: Fact): readonly string[] {
  return (kind === "other" ? changeOther(name ?? "").parties : undefined) ?? parties;
}

/** What is true of a whole event: its rank, whether it was the first, how sure it is. */
function markDifferences(row: Row, facts: readonly Fact[]): string[] {
  const [lead] = facts;
  const ranks = facts.flatMap(({ rank }) => rank ?? []);
  const { rank = "", first = "", confidence = "" } = row;
  const isRanked = rank === "" ? ranks.length === 0 : ranks.includes(rank);
  return [
    ...(isRanked ? [] : [`rank ${rank || "none"}, in the lines ${ranks.join(" ") || "none"}`]),
    ...(first !== "yes" || facts.some((fact) => fact.first) ? [] : ["no line calls it the first"]),
    ...((confidence || "high") === lead?.confidence ? [] : [`confidence is not ${lead?.confidence ?? ""}`]),
  ];
}

function peopleDifferences(row: Row, facts: readonly Fact[]): string[] {
  const given = facts.flatMap(({ who }) =>
    who.map(({ name, office }) => (office === undefined ? name : `${name} (${office})`)),
  );
  const told = (row["people"] ?? "").split("; ").filter((person) => person !== "");
  const wrong = told.filter((person) => !given.includes(person));
  const isLost = told.length === 0 && given.length > 0;
  return [...wrong.map((person) => `${person} is in no line`), ...(isLost ? ["the people are lost"] : [])];
}

function nameThenDifferences(row: Row, facts: readonly Fact[], codeOf: CodeOf): string[] {
  const given = facts.flatMap(({ as, note, date, parties }) => [
    as ?? "",
    note ?? "",
    ...parties.map((party) => codeOf(party, date).nameThen ?? ""),
  ]);
  return (row["names_then"] ?? "")
    .split("; ")
    .map((pair) => pair.slice(pair.indexOf("=") + 1))
    .filter((name) => name !== "" && !given.some((text) => text.includes(name)))
    .map((name) => `name ${name} is in no line`);
}

function noteDifferences(row: Row, facts: readonly Fact[]): string[] {
  const known = new Set(plainWords(facts.map(({ name, note }) => `${name ?? ""} ${note ?? ""}`).join(" ")));
  const unknown = plainWords(row["note"] ?? "").filter((word) => !known.has(word));
  return unknown.length > 0 ? [`words of the note in no line: ${unknown.join(" ")}`] : [];
}

function textDifferences(row: Row, facts: readonly Fact[]): string[] {
  const lines = facts.flatMap(({ name, note, who }) => [name, note, ...who.map((person) => person.name)]).join(" ");
  const known = new Set([...plainWords(lines), ...OUR_WORDS]);
  const unknown = plainWords(`${row["name"] ?? ""} ${(row["people"] ?? "").replace(/\([^)]*\)/g, "")}`).filter(
    (word) => !known.has(word),
  );
  const place = row["place"] ?? "";
  const wrongPlace =
    place !== "" && !facts.some((fact) => fact.place === place) ? [`place ${place} is in no line`] : [];
  return [...(unknown.length > 0 ? [`words in no line: ${unknown.join(" ")}`] : []), ...wrongPlace];
}

function sourceDifferences(row: Row, facts: readonly Fact[], urlOf: (id: string) => string): string[] {
  const urls = words(row["sources"]).map(urlOf);
  const first = facts[0]?.source.url ?? "";
  const isCited = facts.some((fact) => urls.includes(pageOf(fact).url));
  return isCited ? [] : [`no source of the lines is cited: ${first}`];
}

function words(cell: string | undefined): readonly string[] {
  return (cell ?? "").split(" ").filter((word) => word !== "");
}

function plainWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(".", "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
