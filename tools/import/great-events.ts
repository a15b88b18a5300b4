import { type Fact, parseFact } from "./fact.ts";
import { readImportTable } from "./tables.ts";

const COLUMNS = [
  "date",
  "end",
  "kind",
  "parties",
  "as",
  "name",
  "people",
  "place",
  "first",
  "note",
  "other_dates",
  "source",
  "url",
  "read",
  "memorable",
  "reason",
] as const;

const TABLE = readImportTable("great-events", COLUMNS);

/** Whether a page is given for an event that is marked as memorable. */
export function isOfMemorable(url: string): boolean {
  return TABLE.some(({ cell }) => cell("url") === url && cell("memorable") === "yes");
}

/** Whether the text of the page was seen on which an event of the table rests. */
export function wasRead(url: string): boolean {
  return TABLE.some(({ cell }) => cell("url") === url && cell("read") === "yes");
}

/**
 * Events that every reader of international relations knows and no collected file has, each with a page that says its
 * date; "read" says that its text was seen, without it the page is a link for a reader. Two rows of one event give it two pages. Dates and codes as in data/events, "as" as in the files;
 * "memorable" marks what newspapers everywhere come back to: by its page the choice of a day knows it.
 */
export function readGreatEvents(): readonly Fact[] {
  return TABLE.map(({ line, cell }) => {
    const fact = {
      date: cell("date"),
      end: given(cell("end")),
      kind: cell("kind"),
      parties: cell("parties").split(" "),
      as: given(cell("as")),
      name: given(cell("name")),
      who: people(cell("people")),
      place: given(cell("place")),
      first: cell("first") === "yes",
      note: given(cell("note")),
      otherDates: cell("other_dates").split(" ").filter(Boolean),
      source: { name: cell("source"), url: cell("url") },
    };
    return parseFact(JSON.stringify(fact), "great-events", line);
  });
}

function given(text: string): string | undefined {
  return text === "" ? undefined : text;
}

/** "Boris Yeltsin (President); Willy Claes": name and office of each. */
function people(text: string): readonly { readonly name: string; readonly office?: string | undefined }[] {
  return text.split("; ").flatMap((person) => {
    const [, name, office] = /^([^(]+?)(?: \((.+)\))?$/.exec(person) ?? [];
    return name === undefined ? [] : [{ name, office }];
  });
}
