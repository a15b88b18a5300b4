/** One thing wrong in data/, for the person who edits it. */
export interface Fault {
  /** As the reader would open it: data/parties/states.csv. */
  readonly file: string;
  /** The line in the file, counting the header as 1; absent where the whole file is at fault. */
  readonly line?: number;
  /** What is wrong. */
  readonly rule: string;
  /** What to do about it. */
  readonly cure: string;
}

/** Takes note of a fault in the place that is being read. */
export type Report = (rule: string, cure: string) => void;

/** file:line: rule - cure */
export function formatFault({ file, line, rule, cure }: Fault): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${rule} - ${cure}`;
}

const SHOWN = 20;

/** Thrown where the archive cannot be opened because of what is in data/; its message lists the first faults, one a line. */
export class DataError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const more = faults.length - SHOWN;
    super([...faults.slice(0, SHOWN).map(formatFault), ...(more > 0 ? [`and ${more} more`] : [])].join("\n"));
    this.name = "DataError";
    this.faults = faults;
  }
}
