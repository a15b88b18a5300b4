import { z } from "zod";
import { OWN_FIELDS, OWN_LIMITS, type OwnField } from "../../src/almanac/own-event.ts";
import {
  type Entries,
  type Entry,
  type FieldOf,
  type Malformed,
  MOST_NAMES,
  NO_FIELDS,
  placeIn,
  type Read,
} from "./entry.ts";
import { placesIn } from "./json-places.ts";

const List = z.array(z.unknown());
/** A text, or nothing; a list of texts is one text with commas between them. */
const Value = z.union([
  z.string(),
  z.null().transform(() => ""),
  z.array(z.string()).transform((list) => list.join(", ")),
]);

/** Reads a list of objects, whose keys are those of a table's columns. */
export function readJson(text: string, fieldOf: FieldOf): Read<Entries> {
  const keys: string[][] = [];
  const places = placesIn(text, (element, written) => {
    const met = (keys[element] ??= []);
    if (met.length < MOST_NAMES) met.push(written);
  });
  if (!places.ok) return { ok: false, fault: { kind: "not-json", ...placeIn(text, places.at) } };
  const { length: count } = places.elements;
  if (count > OWN_LIMITS.events) return { ok: false, fault: { kind: "too-many", count } };
  const list = List.safeParse(JSON.parse(text));
  if (!list.success) return { ok: false, fault: { kind: "not-a-list" } };
  const lines = linesOf(text, places.elements);
  const entries = list.data.map((element, index) => entryOf(element, keys[index] ?? [], lines[index] ?? 1, fieldOf));
  const names = list.data.flatMap((element) => keysOf(element).filter((key) => fieldOf(key) === undefined));
  return { ok: true, value: { entries, unknown: [...new Set(names)] } };
}

function keysOf(element: unknown): readonly string[] {
  return isObject(element) ? Object.keys(element).slice(0, MOST_NAMES) : [];
}

function isObject(element: unknown): element is object {
  return typeof element === "object" && element !== null && !Array.isArray(element);
}

function entryOf(element: unknown, keys: readonly string[], line: number, fieldOf: FieldOf): Entry {
  if (!isObject(element)) return { line, fields: NO_FIELDS, wrong: [{ kind: "not-an-object" }] };
  const fields = { ...NO_FIELDS };
  const wrong: Malformed[] = [];
  for (const [key, written] of Object.entries(element).slice(0, MOST_NAMES)) {
    const field: OwnField | undefined = fieldOf(key);
    if (field === undefined) continue;
    const value = Value.safeParse(written);
    if (value.success) fields[field] = value.data;
    else wrong.push({ kind: "not-text", field });
  }
  const named = keys.map((key) => fieldOf(String(JSON.parse(key))));
  for (const field of OWN_FIELDS)
    if (named.indexOf(field) !== named.lastIndexOf(field)) wrong.push({ kind: "twice", field });
  return { line, fields, wrong };
}

/** The lines of offsets that ascend, in one walk. */
function linesOf(text: string, offsets: readonly number[]): readonly number[] {
  let [line, from] = [1, 0];
  return offsets.map((offset) => {
    line += placeIn(text.slice(from, offset), offset - from).line - 1;
    from = offset;
    return line;
  });
}
