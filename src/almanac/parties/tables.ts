import { parseLine } from "../csv.ts";
import type { Fault } from "../fault.ts";
import { type Annexation, type Lineage, MEMBERS, type Party, type PartyCode, SUCCESSIONS } from "../party.ts";
import { asMeant } from "../tidy.ts";
import { type Cells, type Located, readRows } from "./cells.ts";
import { ALIAS_TYPES, type Alias, type MergedCode, type RegisteredParty, type Seat } from "./data.ts";
import { firstDayOf, lastDayOf } from "./existence.ts";

/** The tables of data/parties/, by the names of their files without .csv. */
export type Table =
  | "states"
  | "former-states"
  | "organisations"
  | "lineage"
  | "aliases"
  | "merged-codes"
  | "seats"
  | "annexed";
export type TableTexts = Readonly<Record<Table, string>>;

/** All rows of data/parties/ with their places. */
export interface PartyTables {
  /** Of a party whose own row is at fault, its code alone: what names it is right. */
  readonly parties: readonly Located<RegisteredParty>[];
  /** The codes of those parties. */
  readonly faulty: ReadonlySet<PartyCode>;
  readonly lineage: readonly Located<Lineage>[];
  readonly aliases: readonly Located<Alias>[];
  readonly merged: readonly Located<MergedCode>[];
  readonly seats: readonly Located<Seat>[];
  readonly annexed: readonly Located<Annexation>[];
}

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const STATE_CODE = /^(?:[A-Z]{2}|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;
const FORMER_CODE = /^(?:[A-Z]{4}|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;

const COLUMNS: Readonly<Record<Table, readonly string[]>> = {
  states: ["code", "alpha3", "from", "independence", "un_member_since", "cldr_style", "flag", "note"],
  "former-states": ["code", "from", "until", "flag", "note"],
  organisations: ["code", "agreed", "founded", "dissolved", "acronym", "cldr_region", "flag", "members"],
  lineage: ["former", "successor", "how"],
  aliases: ["code", "locale", "alias", "type"],
  "merged-codes": ["code", "from", "until", "party", "name_then"],
  seats: ["organisation", "seat", "holder", "from", "until", "note"],
  annexed: ["party", "by", "from", "until", "note"],
};

/** Reads the tables of data/parties/; rows at fault are left out and reported. */
export function readTables(folder: string, texts: TableTexts, faults: Fault[]): PartyTables {
  const rows = <Item>(table: Table, item: (cells: Cells) => Item | undefined): readonly Located<Item>[] => {
    const before = faults.length;
    const found = readRows({ file: `${folder}/${table}.csv`, text: texts[table], faults }, COLUMNS[table], item);
    const faultyLines = new Set(faults.slice(before).map(({ line }) => line));
    return found.filter(({ line }) => !faultyLines.has(line));
  };
  const faulty = new Set<PartyCode>();
  const parties = (
    table: Table,
    type: Party["type"],
    item: (cells: Cells) => RegisteredParty,
  ): readonly Located<RegisteredParty>[] => {
    const right = rows(table, (cells) => inOrder(item(cells), cells));
    const bare = codesBeside(texts[table], new Set(right.map(({ line }) => line)));
    for (const { code } of bare) faulty.add(code);
    const file = `${folder}/${table}.csv`;
    return [...right, ...bare.map(({ code, line }) => ({ item: { code, type }, file, line }))];
  };
  return {
    parties: [
      ...parties("states", "state", state),
      ...parties("former-states", "former-state", formerState),
      ...parties("organisations", "organisation", organisation),
    ],
    faulty,
    lineage: rows("lineage", lineage),
    aliases: rows("aliases", alias),
    merged: rows("merged-codes", mergedCode),
    seats: rows("seats", seat),
    annexed: rows("annexed", annexation),
  };
}

/** The party, its dates in the only order that they can have. */
function inOrder(party: RegisteredParty, cells: Cells): RegisteredParty {
  const { from, until, agreed, independence } = party;
  if (from && until && firstDayOf(from) > lastDayOf(until))
    cells.report("it ends before it begins", "correct one of the dates");
  if (agreed && from && firstDayOf(agreed) > lastDayOf(from))
    cells.report("it was founded before its treaty was signed", "correct one of the dates");
  if (from && independence && firstDayOf(from) > lastDayOf(independence))
    cells.report("it was independent before there was anything of that name", "correct one of the dates");
  return party;
}

/** The first cells of the lines of a table that were not read, with the lines that they stand on. */
function codesBeside(
  text: string,
  read: ReadonlySet<number>,
): readonly { readonly code: PartyCode; readonly line: number }[] {
  return text.split("\n").flatMap((row, index) => {
    const code = asMeant(parseLine(row.trimEnd())[0] ?? "");
    return index === 0 || code === "" || read.has(index + 1) ? [] : [{ code, line: index + 1 }];
  });
}

function state(cells: Cells): RegisteredParty {
  const code = cells.shaped("code", STATE_CODE, "two capital letters (ISO 3166-1) or a slug");
  const style = cells.text("cldr_style") === undefined ? undefined : cells.oneOf("cldr_style", ["long", "short"]);
  return {
    code,
    type: "state",
    ...given("from", cells.date("from")),
    ...given("independence", cells.date("independence")),
    ...given("unMemberSince", cells.date("un_member_since")),
    ...given("alpha3", cells.text("alpha3")),
    ...given("flagImage", cells.text("flag")),
    ...given("cldr", style && { region: code, style }),
  };
}

function formerState(cells: Cells): RegisteredParty {
  return {
    code: cells.shaped("code", FORMER_CODE, "four capital letters (ISO 3166-3) or a slug"),
    type: "former-state",
    ...given("from", cells.date("from")),
    ...given("until", cells.date("until")),
    ...given("flagImage", cells.text("flag")),
  };
}

function organisation(cells: Cells): RegisteredParty {
  const region = cells.text("cldr_region");
  return {
    code: cells.shaped("code", SLUG, "a slug"),
    type: "organisation",
    ...given("agreed", cells.date("agreed")),
    ...given("from", cells.date("founded")),
    ...given("until", cells.date("dissolved")),
    ...given("acronym", cells.text("acronym")),
    ...given("members", cells.oneOf("members", MEMBERS)),
    ...given("flagImage", cells.text("flag")),
    ...given("cldr", region === undefined ? undefined : { region, style: "long" }),
  };
}

function lineage(cells: Cells): Lineage | undefined {
  const how = cells.oneOf("how", SUCCESSIONS);
  return how && { former: cells.needed("former"), successor: cells.needed("successor"), how };
}

function alias(cells: Cells): Alias | undefined {
  const type = cells.oneOf("type", ALIAS_TYPES);
  return type && { code: cells.needed("code"), locale: cells.text("locale") ?? "", alias: cells.needed("alias"), type };
}

function mergedCode(cells: Cells): MergedCode {
  return {
    code: cells.needed("code"),
    party: cells.needed("party"),
    ...given("from", cells.date("from")),
    ...given("until", cells.date("until")),
    ...given("nameThen", cells.text("name_then")),
  };
}

function seat(cells: Cells): Seat | undefined {
  for (const column of ["from", "note"]) cells.needed(column);
  const from = cells.date("from");
  return (
    from && {
      organisation: cells.needed("organisation"),
      seat: cells.needed("seat"),
      from,
      ...given("holder", cells.text("holder")),
      ...given("until", cells.date("until")),
    }
  );
}

function annexation(cells: Cells): Annexation | undefined {
  for (const column of ["from", "until", "note"]) cells.needed(column);
  const [from, until] = [cells.date("from"), cells.date("until")];
  return from && until && { party: cells.needed("party"), by: cells.needed("by"), from, until };
}

/** A property, where there is a value for it. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [Name in Key]?: Value } {
  const properties: { [Name in Key]?: Value } = {};
  if (value !== undefined) properties[key] = value;
  return properties;
}
