/** How the process ends, for the supervisor that started it (README, "Keep it running"). */
export const EXIT = {
  /** Something that may pass by itself, such as an unreachable Discord: start again, after a while. */
  retry: 1,
  /** Something that only a person can mend, such as a refused token: starting again is of no use (EX_CONFIG). */
  mend: 78,
} as const;

/** The process cannot go on. The message says to the operator what happened and what to do next. */
export class Fatal extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(message, options);
    this.name = "Fatal";
    this.exitCode = exitCode;
  }
}
