import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePartialDate } from "./date.ts";
import type { Fault } from "./fault.ts";
import type { KindJudgement, OrganisationJudgement, Pages, StandingWeight } from "./judgement.ts";
import { FAMILIES, FAMILY_OF_KIND, isKind, KINDS, type Kind } from "./kind.ts";
import { type Cells, type Located, readRows } from "./parties/cells.ts";
import type { PartyCode } from "./party.ts";

/** The columns of the tables of data/significance, in order. */
const COLUMNS = {
  kinds: ["kind", "weight", "routine", "why"],
  organisations: ["organisation", "weight", "technical", "why"],
  renowned: ["date", "event", "weight", "why"],
  words: ["words", "use", "weight", "why"],
  pages: ["begins", "standing", "why"],
  standing: ["standing", "what", "parties", "before", "weight", "why"],
} as const;
type Table = keyof typeof COLUMNS;

/** What tells rows apart where the first column does not. */
const IDENTITY: Partial<Record<Table, readonly string[]>> = {
  renowned: ["date", "event"],
  standing: ["standing", "what", "parties", "before"],
};

/** The folder of these tables in a data directory. */
export const SIGNIFICANCE_FOLDER = "significance";

/** Their rows, in order. */
export interface JudgementTables {
  readonly kinds: readonly Located<KindJudgement & { readonly kind: Kind }>[];
  readonly organisations: readonly Located<OrganisationJudgement & { readonly organisation: PartyCode }>[];
  readonly renowned: readonly Located<Renowned>[];
  readonly words: readonly Located<{ readonly words: string; readonly use: Use; readonly weight: number }>[];
  readonly pages: readonly Located<{ readonly begins: string; readonly standings: readonly Standing[] }>[];
  readonly standings: readonly Located<StandingRow>[];
}

/** What its age or its sources make of events of some kinds. */
export interface StandingRow extends StandingWeight {
  /** Undefined: whoever has them. */
  readonly standing: Standing | undefined;
  readonly kinds: readonly Kind[];
}

/** What is renowned: a date, the name or the id of events of it, and what they weigh. */
export interface Renowned {
  readonly date: string;
  readonly event: string;
  readonly weight: number;
}

const USES = [
  "routine",
  "notable",
  "founding",
  "after-peace",
  "ends-war",
  "minister",
  "treaty",
  "statement",
] as const satisfies readonly string[];
export type Use = (typeof USES)[number];
/** What is called so weighs more or less; the others only say what it is. */
const WEIGHED: readonly Use[] = ["treaty", "statement"];

const STANDINGS = ["memorable", "list", "register"] as const satisfies readonly (keyof Pages)[];
export type Standing = (typeof STANDINGS)[number];

/** The tables row by row, each with its place. Rows that cannot be read are left out and reported. */
export function readJudgementTables(dataDir: string, faults: Fault[]): JudgementTables {
  const read = <Item>(table: Table, item: (cells: Cells) => Item | undefined): readonly Located<Item>[] => {
    const file = join(dataDir, SIGNIFICANCE_FOLDER, `${table}.csv`);
    const once = new Set<string>();
    const [key] = COLUMNS[table];
    return readRows({ file, text: readFileSync(file, "utf8"), faults }, COLUMNS[table], (cells) => {
      const before = faults.length;
      const row = IDENTITY[table]?.map((column) => cells.text(column)).join(" ") ?? cells.needed(key);
      if (once.has(row)) cells.report(`"${row}" is there twice`, "keep one of the rows");
      once.add(row);
      cells.needed("why");
      const found = item(cells);
      return faults.length > before ? undefined : found;
    });
  };
  const kinds = read("kinds", kindOf).map((row, place) => ({ ...row, item: { ...row.item, place } }));
  const missing = KINDS.filter((kind) => !kinds.some(({ item }) => item.kind === kind));
  if (missing.length > 0 && faults.length === 0)
    faults.push({
      file: join(dataDir, SIGNIFICANCE_FOLDER, "kinds.csv"),
      rule: `there is no row for ${missing.join(", ")}`,
      cure: "add a row for each",
    });
  return {
    kinds,
    organisations: read("organisations", organisationOf),
    renowned: read("renowned", renownedOf),
    words: read("words", wordsOf),
    pages: read("pages", pagesOf),
    standings: read("standing", standingOf),
  };
}

function kindOf(cells: Cells): Omit<KindJudgement, "place"> & { readonly kind: Kind } {
  const kind = cells.oneOf("kind", KINDS) ?? "visit";
  return { kind, weight: weightIn(cells), isRoutine: yesIn(cells, "routine") };
}

function organisationOf(cells: Cells): OrganisationJudgement & { readonly organisation: PartyCode } {
  const organisation = cells.needed("organisation");
  return { organisation, weight: weightIn(cells), isTechnical: yesIn(cells, "technical") };
}

function renownedOf(cells: Cells): Renowned {
  const date = cells.needed("date");
  if (date !== "" && parsePartialDate(date)?.precision !== "day")
    cells.report(`the date is "${date}"`, "write YYYY-MM-DD, of a day that exists");
  return { date, event: cells.needed("event"), weight: weightIn(cells) };
}

function wordsOf(cells: Cells): { readonly words: string; readonly use: Use; readonly weight: number } | undefined {
  const [words, use] = [cells.needed("words"), cells.oneOf("use", USES)];
  try {
    wholeWords([words]);
  } catch {
    cells.report(`"${words}" is no regular expression`, "correct it, or write plain words with | between them");
  }
  if (use === undefined) return undefined;
  if (WEIGHED.includes(use)) return { words, use, weight: weightIn(cells) };
  if (cells.text("weight") !== undefined)
    cells.report(`${use} has no weight`, `leave the weight empty, or make the use ${WEIGHED.join(" or ")}`);
  return { words, use, weight: 1 };
}

function pagesOf(cells: Cells): { readonly begins: string; readonly standings: readonly Standing[] } {
  const words = cells.needed("standing").split(" ");
  const standings = STANDINGS.filter((standing) => words.includes(standing));
  if (standings.length < words.length)
    cells.report(`the standing is "${words.join(" ")}"`, `write one or more of ${STANDINGS.join(", ")}`);
  return { begins: cells.shaped("begins", /^[a-z0-9-]+$/, "the start of an id of data/sources"), standings };
}

function standingOf(cells: Cells): StandingRow {
  const words = cells.needed("what").split(" ");
  const kinds = KINDS.filter((kind) => words.includes(kind) || words.includes(FAMILY_OF_KIND[kind]));
  if (words.some((word) => !isFamilyOrKind(word)))
    cells.report(`what is "${words.join(" ")}"`, "write kinds or families, with spaces between them");
  const standing = cells.text("standing") === undefined ? undefined : cells.oneOf("standing", STANDINGS);
  return {
    standing,
    kinds,
    parties: countIn(cells, "parties", 1),
    before: countIn(cells, "before", 9999),
    weight: weightIn(cells),
  };
}

function isFamilyOrKind(word: string): boolean {
  return isKind(word) || FAMILIES.some((family) => family === word);
}

/** A whole number; this one where the cell is empty. */
function countIn(cells: Cells, column: string, otherwise: number): number {
  return cells.text(column) === undefined
    ? otherwise
    : Number(cells.shaped(column, /^\d{1,4}$/, "a whole number, or leave it empty"));
}

function weightIn(cells: Cells): number {
  const weight = Number(cells.shaped("weight", /^\d+(?:\.\d+)?$/, "a number, like 10 or 0.45"));
  if (weight === 0) cells.report("the weight is 0", "write more than 0: what weighs nothing would be no line at all");
  return weight;
}

function yesIn(cells: Cells, column: string): boolean {
  const cell = cells.text(column);
  if (cell !== undefined && cell !== "yes") cells.report(`${column} is "${cell}"`, "write yes, or leave it empty");
  return cell === "yes";
}

/** Any of these as whole words, in whatever letters; none at all fit nothing. Throws SyntaxError on what is no regular expression. */
export function wholeWords(words: readonly string[]): RegExp {
  return words.length === 0 ? /(?!)/ : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}
