import { csvParse } from "d3-dsv";

/** A code of the collections for which data/parties/ has another, within the dates given (both included). */
export interface MergedCode {
  readonly code: string;
  readonly from: string;
  readonly until: string;
  readonly party: string;
  readonly nameThen: string;
}

/** Reads data/parties/merged-codes.csv. */
export function parseMergedCodes(text: string): readonly MergedCode[] {
  return csvParse(text).map((row) => ({
    code: row["code"] ?? "",
    from: row["from"] ?? "",
    until: row["until"] ?? "",
    party: row["party"] ?? "",
    nameThen: row["name_then"] ?? "",
  }));
}

/** A party as data/ has it on a date, with the name that it bore then, where the change of code gives one. */
export interface CodedParty {
  readonly code: string;
  readonly nameThen?: string;
}

/** The party that a code of the fact files (hist:texas, org:nato, BE) means on a date. */
export function codeParty(code: string, date: string, merged: readonly MergedCode[]): CodedParty {
  const plain = code.replace(/^(hist|org):/, "");
  const change = merged.find(
    (each) => each.code === plain && each.from <= date && (each.until === "" || date <= each.until),
  );
  if (change === undefined) return { code: plain };
  const next = codeParty(change.party, date, merged);
  return change.nameThen === "" || next.nameThen !== undefined ? next : { ...next, nameThen: change.nameThen };
}
