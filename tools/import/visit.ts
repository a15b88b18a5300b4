import type { Fact } from "./fact.ts";

/** What a visit was, in the collection's words, that `rank` already says or that tells a reader nothing. */
const PLAIN =
  /^(meeting|conference|summit|dinner|courtesy visit|unofficial visit|vacation|guest of the .*|.*\b(working|official|state|private|informal) visit)$/;
const DOUBT = /doubtful|audience with/;

/**
 * A visit's proper name and note: the US lists write the sort of visit as its name and the conference as a note,
 * the other way round than data/ does.
 */
export function visitWords({ file, name, note }: Fact): { name?: string | undefined; note?: string } {
  if (!file.startsWith("us-visits")) return { name, ...(note === undefined ? {} : { note }) };
  const remark = name === undefined || PLAIN.test(name) ? undefined : name;
  if (note === undefined) return remark === undefined ? {} : { note: remark };
  const [title = "", ...doubts] = note.split("; ");
  if (DOUBT.test(title)) return { note };
  return { name: title, ...(doubts.length > 0 ? { note: doubts.join("; ") } : {}) };
}
