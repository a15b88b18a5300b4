import { OWN_FIELDS } from "../../src/almanac/own-event.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import type { Language } from "../../src/messages/language.ts";
import { readCsv } from "./csv.ts";
import { decode } from "./decode.ts";
import type { Entries, FieldOf, Read } from "./entry.ts";
import { readJson } from "./json.ts";

/** The entries of a file: JSON where it begins as a list or an object does, else a table. Its name and its type are not asked. */
export function entriesOf(bytes: Uint8Array, language: Language): Read<Entries> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const fieldOf = fieldsIn(language);
  return /^\s*[[{]/.test(text.value) ? readJson(text.value, fieldOf) : readCsv(text.value, fieldOf);
}

/** Fields by their names in English, which files have, or in the language of who imports. */
function fieldsIn(language: Language): FieldOf {
  const names = new Map(
    OWN_FIELDS.flatMap((field) => [
      [fold(language.text(`own.field.${field}`)), field],
      [field, field],
    ]),
  );
  return (name) => names.get(fold(name.slice(0, LONGEST_NAME)));
}

const LONGEST_NAME = 100;
