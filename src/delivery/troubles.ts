import type { Log } from "../log.ts";

/** What is wrong just now, in the words of the errors, each with those whom it keeps from their work. */
export interface Troubles {
  /** Somebody could not do their work: one line in the log, in their words, unless it is known that this is wrong. */
  arose(who: string, error: unknown, words: string, about?: object): void;
  /** Somebody has done their work. */
  over(who: string): void;
  present(): readonly string[];
  /** Whether one of them keeps somebody from their work. */
  hinder(who: string): boolean;
}

export function createTroubles(log: Log): Troubles {
  const all = new Map<string, Set<string>>();
  return {
    arose(who, error, words, about = {}) {
      const trouble = error instanceof Error ? error.message : String(error);
      const known = all.get(trouble) ?? new Set();
      if (known.size === 0) log.error({ err: error, job: who, ...about }, words);
      all.set(trouble, known.add(who));
    },
    over(who) {
      for (const [trouble, hindered] of all)
        if (hindered.delete(who) && hindered.size === 0 && all.delete(trouble))
          log.info({ job: who, fault: trouble }, "what was wrong is over: the work goes on");
    },
    present: () => [...all.keys()],
    hinder: (who) => all.values().some((hindered) => hindered.has(who)),
  };
}
