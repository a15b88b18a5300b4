import { z } from "zod";
import { parsePartialDate } from "../../src/almanac/date.ts";
import { CONFIDENCES } from "../../src/almanac/event.ts";
import { isKind } from "../../src/almanac/kind.ts";
import type { FactFile } from "./fact-files.ts";

const dateText = z.string().refine((text) => parsePartialDate(text) !== undefined, "not a date");

/** Kinds of the collection that data/ does not have; kinds.ts turns them into ours. */
const FOREIGN_KINDS = ["first-visit", "other"];

const LINE = z.strictObject({
  date: dateText,
  end: dateText.optional(),
  kind: z.string().refine((text) => isKind(text) || FOREIGN_KINDS.includes(text), "unknown kind"),
  parties: z.array(z.string().min(2)).min(1),
  as: z.string().optional(),
  name: z.string().optional(),
  who: z.array(z.strictObject({ name: z.string(), office: z.string().optional() })).default([]),
  place: z.string().optional(),
  rank: z.string().optional(),
  office: z.string().optional(),
  first: z.boolean().default(false),
  note: z.string().optional(),
  otherDates: z.array(dateText).default([]),
  source: z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^https?$/ }) }),
  confidence: z.enum(CONFIDENCES).default("high"),
});

const CITES = z.strictObject({
  date: dateText,
  parties: z.array(z.string()),
  cites: z.array(
    z.strictObject({
      article: z.string(),
      title: z.string().optional(),
      publisher: z.string().optional(),
      url: z.string().optional(),
    }),
  ),
});

/** One collected fact, as its line says it, with the place it was read from. */
export type Fact = z.infer<typeof LINE> & { readonly file: FactFile; readonly line: number };

/** References that articles give for a pair's date; they were not followed. */
export type Cites = z.infer<typeof CITES>;

/** Reads one line of a fact file; throws with file and line when the line is not what SCHEMA.md says. */
export function parseFact(text: string, file: FactFile, line: number): Fact {
  return { ...parseLine(LINE, text, file, line), file, line };
}

/** Reads one line of the references that articles give; throws likewise. */
export function parseCites(text: string, file: string, line: number): Cites {
  return parseLine(CITES, text, file, line);
}

function parseLine<T>(shape: z.ZodType<T>, text: string, file: string, line: number): T {
  const parsed = shape.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${file}.jsonl:${line}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
