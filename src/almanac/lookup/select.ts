import type { Filter } from "../almanac.ts";
import type { Index } from "../archive/shape.ts";
import { familyOf } from "../kind.ts";
import { ownLines } from "../parties/lines.ts";
import type { Register } from "../parties/register.ts";
import type { PartyCode } from "../party.ts";
import { words } from "../words.ts";
import { type ThroughOrganisations, throughOrganisations } from "./membership.ts";
import type { PartiesNamed } from "./question.ts";
import type { RowSet } from "./row-set.ts";
import type { Rows } from "./rows.ts";
import { rowsOfText } from "./text.ts";
import type { Called, OfText } from "./usual.ts";

/** The rows that pass a filter. */
export type Select = (filter: Filter) => RowSet;

/** Finds rows by filters, all of whose parts hold; without any, all rows. A text finds also what is usually called so. */
export function selectFrom(index: Index, register: Register, rows: Rows, ofText: OfText, called: Called): Select {
  const through = throughOrganisations(index, rows, register);
  return (filter) => {
    const { years, parties, text, isBegun, kinds, families, mostParties } = filter;
    const sets: RowSet[] = [];
    if (years) sets.push(rows.ofYears(...years));
    if (parties) sets.push(rowsOfParties(filter, parties, rows, register, through));
    if (text !== undefined) sets.push(ofText(text, isBegun).or(rows.ofLists([called(text, isBegun)])));
    if (kinds) sets.push(rows.ofKinds((kind) => kinds.includes(kind)));
    if (families) sets.push(rows.ofKinds((kind) => families.includes(familyOf(kind))));
    if (mostParties !== undefined) sets.push(rows.ofAtMost(mostParties));
    return inAll(sets) ?? rows.all();
  };
}

/** Finds rows by the words of a text, in the names of a register too. */
export function ofTextIn(index: Index, register: Register, rows: Rows): OfText {
  const names = { whole: namedIn(register), begunBy: begunIn(register) };
  return (text, isBegun) => rowsOfText(text, index, rows, names, isBegun);
}

function inAll([first, ...others]: readonly RowSet[]): RowSet | undefined {
  return first && others.reduce((set, other) => set.and(other), first);
}

function rowsOfParties(
  { match = "any", lineage = true, throughOrganisations: isWide = false }: Filter,
  codes: readonly PartyCode[],
  rows: Rows,
  register: Register,
  through: ThroughOrganisations,
): RowSet {
  const known = lineage ? register : ALONE;
  if (match === "any") return rows.ofParties(codes.flatMap((code) => [...known.lineageOf(code)]));
  const lines = ownLines(codes, known).map((line) => [...line]);
  const direct = inAll(lines.map((line) => rows.ofParties(line))) ?? rows.all();
  return isWide ? direct.or(through(lines)) : direct;
}

/** Where nobody continues anybody. */
const ALONE: Pick<Register, "lineageOf"> = { lineageOf: (code) => new Set([code]) };

/** Whom whole names of a register mean, and those that they continue. */
export function namedIn(register: Register): PartiesNamed {
  return (name) => {
    const { found } = register.resolve(name, "en-US");
    return found ? register.lineageOf(found.code) : [];
  };
}

/** Whom a word may be about to name, in English, as the facts are; and those that they continue. */
function begunIn(register: Register): PartiesNamed {
  let known: readonly (readonly [words: readonly string[], code: PartyCode])[] | undefined;
  return (word) => {
    known ??= register.all.map(({ code }) => [words(register.name(code, "en-US")), code]);
    return known.flatMap(([called, code]) =>
      called.some((each) => each.startsWith(word)) ? [...register.lineageOf(code)] : [],
    );
  };
}
