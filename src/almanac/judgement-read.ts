import { DataError, type Fault } from "./fault.ts";
import type { Judgement, Pages, Standings, Weighed, Words } from "./judgement.ts";
import {
  type JudgementTables,
  readJudgementTables,
  type Standing,
  type StandingRow,
  type Use,
  wholeWords,
} from "./judgement-tables.ts";
import { KINDS } from "./kind.ts";

/** The judgement of a data directory. Throws DataError, which lists file, line and cure, where a table cannot be read. */
export function readJudgement(dataDir: string): Judgement {
  const faults: Fault[] = [];
  const tables = readJudgementTables(dataDir, faults);
  if (faults.length > 0) throw new DataError(faults);
  return judgementFrom(tables);
}

function judgementFrom({ kinds, organisations, renowned, words, pages, standings }: JudgementTables): Judgement {
  const named = Map.groupBy(renowned, ({ item }) => item.event);
  return {
    kinds: new Map(kinds.map(({ item }) => [item.kind, item])),
    organisations: new Map(organisations.map(({ item }) => [item.organisation, item])),
    renowned: new Map(
      [...named].map(([event, rows]) => [event, new Map(rows.map(({ item }) => [item.date, item.weight]))]),
    ),
    words: wordsFrom(words.map(({ item }) => item)),
    pages: pagesFrom(pages.map(({ item }) => item)),
    standings: standingsFrom(standings.map(({ item }) => item)),
  };
}

function wordsFrom(rows: readonly JudgementTables["words"][number]["item"][]): Words {
  const all = (use: Use): RegExp => wholeWords(rows.filter((row) => row.use === use).map((row) => row.words));
  const each = (use: Use): readonly Weighed[] =>
    rows.filter((row) => row.use === use).map((row) => ({ name: wholeWords([row.words]), weight: row.weight }));
  return {
    routine: all("routine"),
    notable: all("notable"),
    founding: all("founding"),
    afterPeace: all("after-peace"),
    endsWar: all("ends-war"),
    minister: all("minister"),
    treaties: each("treaty"),
    statements: each("statement"),
  };
}

function pagesFrom(rows: readonly JudgementTables["pages"][number]["item"][]): Pages {
  const all = (standing: Standing): RegExp => {
    const starts = rows.filter(({ standings }) => standings.includes(standing)).map(({ begins }) => begins);
    return starts.length === 0 ? /(?!)/ : new RegExp(`^(?:${starts.join("|")})`);
  };
  return { memorable: all("memorable"), list: all("list"), register: all("register") };
}

function standingsFrom(rows: readonly StandingRow[]): Standings {
  const of = (wanted: Standing | undefined): Standings["any"] =>
    new Map(
      KINDS.map((kind) => [kind, rows.filter(({ standing, kinds }) => standing === wanted && kinds.includes(kind))]),
    );
  return { any: of(undefined), memorable: of("memorable"), list: of("list") };
}
