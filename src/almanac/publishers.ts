import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "./csv.ts";
import { DataError, type Fault } from "./fault.ts";

/**
 * What keeps a page from being a witness of its own: it copies an encyclopedia or another's list, nobody answers for it,
 * or it is a post of somebody. A data set is a witness, but has no page for a single fact.
 */
export const GRADES = ["copy", "unsourced", "post", "data-set"] as const;
export type Grade = (typeof GRADES)[number];

/** Who answers for a page. */
export interface Publisher {
  /** Pages of one name are one witness. */
  readonly name: string;
  readonly grade?: Grade;
}

/** Finds the publisher of an address: of the row that says most about it, else of its domain. */
export type Publishers = (url: string) => Publisher;

/** The columns of data/publishers.csv, in order. */
export const PUBLISHER_COLUMNS = ["address", "publisher", "grade", "note"];

/** The publishers of a data directory. Throws DataError where the table cannot be read. */
export function readPublishers(dataDir: string): Publishers {
  const file = join(dataDir, "publishers.csv");
  const faults: Fault[] = [];
  const rows = readTable(file, readFileSync(file, "utf8"), PUBLISHER_COLUMNS, faults);
  if (faults.length > 0) throw new DataError(faults);
  return publishersOf(rows.map(({ cells }) => cells));
}

/** From rows of data/publishers.csv. An address is a domain, with those under it, or a domain and the start of a path. */
export function publishersOf(rows: readonly (readonly string[])[]): Publishers {
  const byHost = Map.groupBy(rows, ([address = ""]) => address.split("/", 1)[0] ?? "");
  return (url) => {
    const { hostname, pathname } = new URL(url);
    const host = hostname.replace(/\.$/, "").replace(/^www\d?\./, "");
    return find(byHost, host, pathname) ?? { name: domainOf(host) };
  };
}

function find(
  byHost: ReadonlyMap<string, readonly (readonly string[])[]>,
  host: string,
  path: string,
): Publisher | undefined {
  const parts = host.split(".");
  for (const start of parts.keys()) {
    const rows = byHost.get(parts.slice(start).join(".")) ?? [];
    const fitting = rows.filter(([address = ""]) => path.startsWith(pathOf(address)));
    const [best] = fitting.toSorted(([a = ""], [b = ""]) => b.length - a.length);
    if (best === undefined) continue;
    const [, name = "", gradeText = ""] = best;
    const grade = GRADES.find((each) => each === gradeText);
    return grade === undefined ? { name } : { name, grade };
  }
  return undefined;
}

function pathOf(address: string): string {
  return address.includes("/") ? address.slice(address.indexOf("/")) : "";
}

/** Second levels under which countries register names: gov.uk, co.jp, gob.mx. */
const SECOND_LEVELS = new Set("ac co com edu gob gouv gov govt go gub int mil net ne nic or org".split(" "));

/** The part of a host that somebody registered: mfa.gov.kz of www.mfa.gov.kz. */
function domainOf(host: string): string {
  const parts = host.split(".");
  const isSecond = parts.length > 2 && parts.at(-1)?.length === 2 && SECOND_LEVELS.has(parts.at(-2) ?? "");
  return parts.slice(isSecond ? -3 : -2).join(".");
}
