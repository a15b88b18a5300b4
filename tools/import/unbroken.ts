import { isKind } from "../../src/almanac/kind.ts";
import { backgroundOf } from "./background.ts";
import type { Draft } from "./draft.ts";
import { covers } from "./draft.ts";
import { partySet } from "./pairs.ts";
import { lineagesOf } from "./successors.ts";
import { readImportTable, type TableRow } from "./tables.ts";
import type { Tally } from "./tally.ts";

const COLUMNS = ["date", "parties", "kind", "source", "reason"] as const;

/**
 * Restorations before which no break is known, read one by one: most are restorations whose break nobody collected, others
 * the return of ambassadors to a state with which relations had gone on.
 */
const DECIDED: readonly TableRow<(typeof COLUMNS)[number]>[] = readImportTable("restorations", COLUMNS);
const BY_FACT = new Map(DECIDED.map((row) => [keyOf(row.cell("date"), row.cell("parties").split(" ")), row]));

export interface Unbroken {
  /** Restorations that neither a break explains nor a row decides. */
  readonly undecided: readonly Draft[];
  /** Lines of the table that mean no restoration without a break. */
  readonly idle: readonly number[];
}

/** What the table leaves open, and what in it is of no use: the import writes nothing while there is any of it. */
export function openRestorations(drafts: readonly Draft[]): Unbroken {
  const unbroken = withoutBreak(drafts);
  const keys = new Set(unbroken.map(({ date, parties }) => keyOf(date, parties)));
  return {
    undecided: unbroken.filter(({ date, parties }) => !BY_FACT.has(keyOf(date, parties))),
    idle: DECIDED.filter(({ cell }) => !keys.has(keyOf(cell("date"), cell("parties").split(" ")))).map(
      ({ line }) => line,
    ),
  };
}

/** Each restoration before which no break is known under the kind that its row gives it. */
export function decideUnbroken(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const unbroken = new Set(withoutBreak(drafts));
  return drafts.map((draft) => {
    const kind = unbroken.has(draft) ? BY_FACT.get(keyOf(draft.date, draft.parties))?.cell("kind") : undefined;
    if (kind === undefined || kind === draft.kind || !isKind(kind)) return draft;
    tally.count(draft.facts[0].file, `changed: relations-restored to ${kind}, for nobody had broken off`);
    return { ...draft, kind };
  });
}

/** Restorations with no break of the pair, or of its lineage, between them and the one before. */
function withoutBreak(drafts: readonly Draft[]): readonly Draft[] {
  const background = backgroundOf(drafts);
  const restored = drafts.filter(({ kind }) => kind === "relations-restored");
  const sure = restored.filter(({ confidence }) => confidence !== "low");
  const byPair = Map.groupBy(sure, ({ parties }) => partySet(parties));
  return restored.filter((draft) => {
    const pairs = lineagesOf(draft.parties);
    const before = pairs
      .flatMap((pair) => byPair.get(pair) ?? [])
      .map(({ date }) => date)
      .filter((date) => date < draft.date)
      .sort()
      .at(-1);
    return !pairs
      .flatMap((pair) => background.breaks(pair))
      .some((date) => date <= draft.date && (before === undefined || before <= date || covers(date, before)));
  });
}

function keyOf(date: string, parties: readonly string[]): string {
  return `${date} ${partySet(parties)}`;
}
