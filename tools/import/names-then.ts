import type { CodedParty } from "./codes.ts";
import { readImportTable } from "./tables.ts";

const TABLE = readImportTable("names-then", ["name", "party", "spelt", "reason"]);

/**
 * Whose name a fact's "as" is: one party each, whichever other parties the fact has. A name that is not here names
 * the only party of its line or else is left out and counted.
 */
const OWNER = new Map(TABLE.map(({ cell }) => [cell("name"), cell("party")]));

/** Names that say nothing about the time: today's own name, a part of today's state, or a remark. */
const NOT_A_NAME = /^(Russia|Serbia|Northern Ireland|Wales|Greenland|West Bank)$|\(then |Interim Authority/;

/** One spelling where the files have two. */
const SPELT = new Map(TABLE.map(({ cell }) => [cell("name"), cell("spelt") || cell("name")]));

/** The name of an organisation that its note gives for the time: "CSCE, ministers meeting of 30-31 January". */
export function nameInNote(note: string | undefined): string | undefined {
  return note !== undefined && /^CSCE\b/.test(note) ? "Conference on Security and Co-operation in Europe" : undefined;
}

/** Which party bore which name then; a semicolon in "as" parts two names. The United States never is the renamed one. */
export function namesThen(as: string | undefined, parties: readonly CodedParty[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { code, nameThen } of parties) if (nameThen !== undefined) found.set(code, nameThen);
  for (const name of as?.split("; ") ?? []) {
    const others = parties.filter(({ code }) => code !== "US");
    const owner = OWNER.get(name) ?? (others.length === 1 ? others[0]?.code : undefined);
    if (owner === undefined || NOT_A_NAME.test(name) || !parties.some(({ code }) => code === owner)) continue;
    found.set(owner, SPELT.get(name) ?? name);
  }
  return found;
}
