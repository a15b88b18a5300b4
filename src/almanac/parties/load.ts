import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DataError, type Fault } from "../fault.ts";
import type { PartyCode } from "../party.ts";
import { checkNames, checkTables, type ReadParties } from "./check.ts";
import type { PartyData, PartyNames } from "./data.ts";
import { createRegister, type Register } from "./register.ts";
import { readTables, type Table, type TableTexts } from "./tables.ts";
import { readPartyNames } from "./translations.ts";

/** The register of a data directory; how many facts a party has says who is likelier meant. Throws DataError with every fault where there are any. */
export function loadRegister(dataDir: string, factsOf?: (code: PartyCode) => number): Register {
  const { data, faults } = readPartyData(dataDir);
  if (faults.length > 0) throw new DataError(faults);
  return createRegister(data, factsOf);
}

/** All that a data directory says about parties, and all that is wrong with it. */
export function readPartyData(dataDir: string): { readonly data: PartyData; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const folder = join(dataDir, "parties");
  const tables = readTables(folder, readTexts(folder), faults);
  const parties = tables.parties.map(({ item }) => item);
  const translations = readTranslations(join(dataDir, "translations"), { parties, faulty: tables.faulty }, faults);
  const data = {
    parties,
    lineage: tables.lineage.map(({ item }) => item),
    aliases: tables.aliases.map(({ item }) => item),
    merged: tables.merged.map(({ item }) => item),
    seats: tables.seats.map(({ item }) => item),
    annexed: tables.annexed.map(({ item }) => item),
    translations,
  };
  return { data, faults: [...faults, ...checkTables(tables)] };
}

function readTexts(folder: string): TableTexts {
  const text = (table: Table): string => readFileSync(join(folder, `${table}.csv`), "utf8");
  return {
    states: text("states"),
    "former-states": text("former-states"),
    organisations: text("organisations"),
    lineage: text("lineage"),
    aliases: text("aliases"),
    "merged-codes": text("merged-codes"),
    seats: text("seats"),
    annexed: text("annexed"),
  };
}

function readTranslations(folder: string, parties: ReadParties, faults: Fault[]): ReadonlyMap<string, PartyNames> {
  const locales = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = new Map<string, PartyNames>();
  for (const { name: locale } of locales) {
    const file = join(folder, locale, "parties.json");
    if (!existsSync(file)) continue;
    const names = readPartyNames(file, readFileSync(file, "utf8"), faults);
    faults.push(...checkNames(file, names, parties, locale === "en"));
    found.set(locale, names);
  }
  return found;
}
