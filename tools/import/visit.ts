import type { Fact } from "./fact.ts";

/** What a visit was, in the collection's words, that `rank` already says or that tells a reader nothing. */
const PLAIN =
  /^(meeting|conference|summit|dinner|courtesy visit|unofficial visit|vacation|guest of the .*|.*\b(working|official|state|private|informal) visit)$/;
const DOUBT = /doubtful|audience with/;

/**
 * A visit's proper name and note: the collection writes the sort of visit as its name and the conference as a note,
 * the other way round than data/ does.
 */
export function visitWords({ name, note }: Pick<Fact, "name" | "note">): { name?: string; note?: string } {
  const isSort = name === undefined || /^[a-z]/.test(name);
  if (!isSort) return { name, ...(note === undefined ? {} : { note }) };
  const remark = name === undefined || PLAIN.test(name) ? undefined : name;
  if (note === undefined) return remark === undefined ? {} : { note: remark };
  const [title = "", ...doubts] = note.split("; ");
  if (DOUBT.test(title)) return { note };
  return { name: title, ...(doubts.length > 0 ? { note: doubts.join("; ") } : {}) };
}
