import { availableParallelism, loadavg } from "node:os";

/** One measured number, and the most that it may be, where there is a target. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: "ms" | "s" | "MB" | "%" | "";
  readonly most?: number;
}

/** What was measured of one thing. */
export interface Row {
  readonly name: string;
  readonly figures: readonly Figure[];
}

export interface Report {
  /** Measures and prints; what misses a target is measured once more, and counts as missed only where it misses it again. */
  part(title: string, measure: () => Promise<readonly Row[]> | readonly Row[]): Promise<void>;
  /** Every target that was missed twice, in words. */
  missed(): readonly string[];
}

export function createReport(print: (line: string) => void): Report {
  const all: string[] = [];

  function show(title: string, rows: readonly Row[]): void {
    print(`\n${title}`);
    for (const { name, figures } of rows) print(`  ${name.padEnd(38)} ${figures.map(shown).join("  ")}`);
  }

  return {
    async part(title, measure) {
      const rows = await measure();
      show(title, rows);
      const first = missedIn(rows);
      if (first.size === 0) return;
      print(`  missed: ${[...first.keys()].join(", ")}; ${business()}: measured once more`);
      const again = await measure();
      show(`${title}, once more`, again);
      for (const [what, how] of missedIn(again))
        if (first.has(what)) all.push(`${title}, ${what}: ${first.get(what)}, then ${how}`);
    },
    missed: () => all,
  };
}

/** The targets are those of a quiet machine: here is how quiet it is. */
function business(): string {
  return `${(loadavg()[0] ?? 0).toFixed(1)} processes want ${availableParallelism()} processors`;
}

/** What misses its target, by row and figure, with how. What could not be measured misses it, too. */
function missedIn(rows: readonly Row[]): ReadonlyMap<string, string> {
  const missed = new Map<string, string>();
  for (const { name, figures } of rows)
    for (const figure of figures)
      if (figure.most !== undefined && !(figure.value <= figure.most))
        missed.set(`${name} ${figure.label}`.trim(), shown(figure));
  return missed;
}

function shown({ label, value, unit, most }: Figure): string {
  const number = unit === "" || unit === "MB" ? value.toFixed(0) : value.toFixed(value < 100 ? 2 : 0);
  const target = most === undefined ? "" : ` (at most ${most})`;
  return [label, `${number.padStart(7)}${unit && ` ${unit}`}${target}`].filter(Boolean).join(" ");
}
