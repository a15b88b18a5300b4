import type { Draft } from "./draft.ts";

/** Counts what became of the facts, file by file, for the report. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();

  count(file: string, what: string): void {
    const counts = this.#counts.get(file) ?? new Map<string, number>();
    counts.set(what, (counts.get(what) ?? 0) + 1);
    this.#counts.set(file, counts);
  }

  /** Counts a draft that became part of another one's event. */
  merged(into: Draft, draft: Draft, why: string): void {
    this.count(draft.facts[0].file, `merged into ${into.facts[0].file}: ${why}`);
  }

  /** What was counted for a file, the commonest first. */
  of(file: string): readonly (readonly [what: string, times: number])[] {
    return [...(this.#counts.get(file) ?? [])].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  }
}
