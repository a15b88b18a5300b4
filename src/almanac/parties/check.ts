import type { PartialDate } from "../date.ts";
import type { Fault } from "../fault.ts";
import { didYouMean } from "../nearest.ts";
import type { Lineage, PartyCode } from "../party.ts";
import type { Located } from "./cells.ts";
import type { PartyNames, RegisteredParty } from "./data.ts";
import { firstDayOf, lastDayOf } from "./existence.ts";
import { fold } from "./fold.ts";
import type { PartyTables } from "./tables.ts";

type Rule = (tables: PartyTables, parties: ReadonlyMap<PartyCode, RegisteredParty>) => Iterable<Fault>;

/** The parties as far as they could be read, and the codes of those whose own row is at fault. */
export interface ReadParties {
  readonly parties: readonly RegisteredParty[];
  readonly faulty: ReadonlySet<PartyCode>;
}

/** Every rule that holds between the rows of data/parties/; rules about one row alone are kept while it is read. */
export function checkTables(tables: PartyTables): readonly Fault[] {
  const parties = new Map(tables.parties.map(({ item }) => [item.code, item]));
  return RULES.flatMap((rule) => [...rule(tables, parties)]);
}

/** English must name what CLDR does not; no file may name or form a code that is no party's. */
export function checkNames(
  file: string,
  names: PartyNames,
  { parties, faulty }: ReadParties,
  complete: boolean,
): readonly Fault[] {
  const codes = new Set(parties.map(({ code }) => code));
  // A code that is there twice is one fault already
  const once = new Map(parties.toReversed().map((party) => [party.code.toLowerCase(), party]));
  const used = [names.names, ...Object.values(names.forms)].flatMap((table) => Object.keys(table));
  const strange = used
    .filter((code) => !codes.has(code) && code !== "otherwise")
    .map((code) => ({ file, rule: `"${code}" is no party's code`, cure: `take it out${didYouMean(code, codes)}` }));
  const unnamed = [...once.values()]
    .filter(({ code, cldr }) => complete && !faulty.has(code) && cldr === undefined && names.names[code] === undefined)
    .map(({ code }) => ({ file, rule: `"${code}" has no name`, cure: 'add it under "names"' }));
  return [...strange, ...unnamed];
}

const uniqueCodes: Rule = function* ({ parties, merged }, byCode) {
  const seen = new Map<PartyCode, Located<RegisteredParty>>();
  for (const row of parties) {
    const key = row.item.code.toLowerCase();
    const first = seen.get(key);
    if (first)
      yield at(row, `the code "${row.item.code}" is also in ${first.file}:${first.line}`, "keep one of the rows");
    seen.set(key, first ?? row);
  }
  for (const row of merged) {
    const { code, party, from, until } = row.item;
    if (byCode.has(code) && from === undefined && until === undefined)
      yield at(row, `"${code}" is a party of its own`, "take out this row or give it dates");
    if (!byCode.has(party)) yield unknown(row, party, byCode);
  }
};

const knownCodes: Rule = function* ({ lineage, aliases }, byCode) {
  for (const row of lineage)
    for (const code of [row.item.former, row.item.successor]) if (!byCode.has(code)) yield unknown(row, code, byCode);
  for (const row of aliases) if (!byCode.has(row.item.code)) yield unknown(row, row.item.code, byCode);
};

const seatsInOrder: Rule = function* ({ seats }, byCode) {
  for (const row of seats) {
    const { organisation, seat, holder, from, until } = row.item;
    for (const code of new Set([organisation, seat, holder ?? seat]))
      if (!byCode.has(code)) yield unknown(row, code, byCode);
    if (until && firstDayOf(from) > lastDayOf(until))
      yield at(row, "it ends before it begins", "correct one of the dates");
    const same = seats.find(
      ({ item, line }) =>
        line < row.line &&
        item.organisation === organisation &&
        item.seat === seat &&
        !isBefore(item.until, from) &&
        !isBefore(until, item.from),
    );
    if (same)
      yield at(row, `line ${same.line} has another holder of the seat in these days`, "correct the dates of one");
  }
};

const annexedInOrder: Rule = function* ({ annexed }, byCode) {
  for (const row of annexed) {
    const { party, by, from, until } = row.item;
    for (const code of [party, by]) if (!byCode.has(code)) yield unknown(row, code, byCode);
    if (firstDayOf(from) > lastDayOf(until)) yield at(row, "it ends before it begins", "correct one of the dates");
  }
};

function isBefore(end: PartialDate | undefined, start: PartialDate): boolean {
  return end !== undefined && lastDayOf(end) < firstDayOf(start);
}

const aliasesOnce: Rule = function* ({ aliases }) {
  const seen = new Set<string>();
  for (const row of aliases) {
    const { code, locale, alias } = row.item;
    const key = `${code} ${locale} ${fold(alias)}`;
    if (seen.has(key)) yield at(row, `"${alias}" is there twice for ${code}`, "keep one of the rows");
    seen.add(key);
  }
};

const rowsOnce: Rule = function* ({ lineage, merged, annexed }) {
  const seen = new Set<string>();
  for (const row of [...lineage, ...merged, ...annexed]) {
    const key = JSON.stringify(row.item);
    if (seen.has(key)) yield at(row, "the row is there twice", "keep one of the two");
    seen.add(key);
  }
};

const lineageInTime: Rule = function* ({ lineage, faulty }, byCode) {
  for (const row of lineage.filter(({ item }) => !faulty.has(item.former))) {
    const former = byCode.get(row.item.former);
    const successor = byCode.get(row.item.successor);
    if (former === undefined || successor === undefined) continue;
    if (former.until === undefined)
      yield at(row, `"${former.code}" still exists`, "give it an end, or take out this row");
    else if (successor.until && lastDayOf(successor.until) < firstDayOf(former.until))
      yield at(row, `"${successor.code}" ended before "${former.code}" did`, "correct a date, or take out this row");
  }
};

const lineageWithoutCircles: Rule = function* ({ lineage }) {
  const next = Map.groupBy(lineage, ({ item }) => item.former);
  for (const row of lineage)
    if (leadsTo(row.item.successor, row.item.former, next))
      yield at(row, `"${row.item.successor}" leads back to "${row.item.former}"`, "take out one row of the circle");
};

const RULES = [
  uniqueCodes,
  knownCodes,
  seatsInOrder,
  annexedInOrder,
  aliasesOnce,
  rowsOnce,
  lineageInTime,
  lineageWithoutCircles,
];

function leadsTo(start: PartyCode, end: PartyCode, next: ReadonlyMap<PartyCode, readonly Located<Lineage>[]>): boolean {
  const reached = new Set([start]);
  for (const code of reached) for (const { item } of next.get(code) ?? []) reached.add(item.successor);
  return reached.has(end);
}

function at(row: Located<unknown>, rule: string, cure: string): Fault {
  return { file: row.file, line: row.line, rule, cure };
}

function unknown(row: Located<unknown>, code: PartyCode, known: ReadonlyMap<PartyCode, unknown>): Fault {
  return at(row, `"${code}" is no party's code`, `add the party, or correct the code${didYouMean(code, known.keys())}`);
}
