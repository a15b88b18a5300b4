import type { Fault } from "../fault.ts";
import type { PartyNames } from "./data.ts";

/** Reads data/translations/<locale>/parties.json; what cannot be read is left out and reported. */
export function readPartyNames(file: string, text: string, faults: Fault[]): PartyNames {
  const { names = {}, forms = {}, ...strange } = objectIn(file, text, faults);
  for (const key of Object.keys(strange))
    faults.push({ file, rule: `there is a part "${key}"`, cure: 'the parts are "names" and "forms": take it out' });
  const read = (part: string, value: unknown): Readonly<Record<string, string>> => {
    if (isRecord(value) && areStrings(value)) return value;
    faults.push({ file, rule: `"${part}" is not an object of strings`, cure: 'write { "<code>": "<name>", ... }' });
    return {};
  };
  const tables = isRecord(forms) ? Object.entries(forms) : [["forms", forms] as const];
  return {
    names: read("names", names),
    forms: Object.fromEntries(tables.map(([form, table]) => [form, read(form, table)])),
  };
}

function objectIn(file: string, text: string, faults: Fault[]): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
    faults.push({ file, rule: "the file is not a JSON object", cure: 'begin with { "names": { ... } }' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    faults.push({ file, rule: `the file is not JSON (${reason})`, cure: "mend it where the message says" });
  }
  return {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areStrings(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, string>> {
  return Object.values(value).every((each) => typeof each === "string" && each.trim() !== "");
}
