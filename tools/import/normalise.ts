import { isKind, type Kind } from "../../src/almanac/kind.ts";
import { byCode, partyCode } from "./codes.ts";
import type { Draft } from "./draft.ts";
import type { Fact } from "./fact.ts";
import { cleanName } from "./name.ts";
import { namesThen } from "./names-then.ts";
import { cleanNote } from "./note.ts";
import { referenceOf } from "./references.ts";

/** Kinds whose parties stand in no order: they are sorted, so that A - B and B - A are one row. */
const UNDIRECTED: ReadonlySet<Kind> = new Set<Kind>([
  "relations-established",
  "relations-upgraded",
  "relations-suspended",
  "relations-restored",
  "treaty-signed",
  "treaty-in-force",
  "treaty-ended",
  "alliance-formed",
  "alliance-ended",
  "joint-statement",
  "summit",
  "consultations",
  "armistice",
  "peace-treaty",
  "unification",
]);

/** What one fact says, in the words and codes of data/; a text is the reason why it is left out. */
export function draftOf(fact: Fact): Draft | string {
  if (!isKind(fact.kind)) return `kind ${fact.kind}`;
  const codes = [...new Set(fact.parties.map(partyCode))];
  return {
    facts: [fact],
    date: fact.date,
    end: fact.end === fact.date ? undefined : fact.end,
    kind: fact.kind,
    parties: UNDIRECTED.has(fact.kind) ? codes.sort(byCode) : codes,
    namesThen: namesThen(fact.as, codes),
    name: cleanName(fact.name ?? ""),
    people: fact.who.map(({ name, office }) => (office === undefined ? { name } : { name, office })),
    place: fact.place,
    rank: fact.rank,
    first: fact.first,
    note: cleanNote(fact.note ?? ""),
    otherDates: fact.otherDates,
    references: [referenceOf(fact.source)],
    confidence: fact.confidence,
  };
}
