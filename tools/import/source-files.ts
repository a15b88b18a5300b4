import type { Reference } from "./collections.ts";
import { table } from "./rows.ts";

export interface SourceTable {
  /** The files of data/sources/ with their content, by path inside data/. */
  readonly files: ReadonlyMap<string, string>;
  /** The id of a page that was given. */
  idOf(url: string): string;
}

/** Gives every page its id and files it under its collection; pages of one stem are numbered in order of address. */
export function sourceTable(references: Iterable<Reference>): SourceTable {
  const pages = [...new Map([...references].map((reference) => [reference.url, reference])).values()];
  pages.sort((a, b) => (a.url < b.url ? -1 : 1));
  const ids = numbered(pages);
  const collections = Map.groupBy(pages, ({ collection }) => collection);
  const files = [...collections].map(([collection, list]): [string, string] => {
    const rows = list.map(({ name, url }) => [ids.get(url) ?? "", name, url]);
    rows.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
    return [`sources/${collection}.csv`, table(["id", "name", "url"], rows)];
  });
  return {
    files: new Map(files),
    idOf(url) {
      const id = ids.get(url);
      if (id === undefined) throw new Error(`${url}: cited but not among the sources`);
      return id;
    },
  };
}

function numbered(pages: readonly Reference[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const { stem, url } of pages) {
    let id = stem;
    for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
    taken.add(id);
    ids.set(url, id);
  }
  return ids;
}
