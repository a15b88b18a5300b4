/** How long questions took, in milliseconds. */
export interface Times {
  readonly questions: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** p99 where each question counts with its fastest round: what else the machine did meanwhile is left out. */
  readonly p99OfFastest: number;
}

/** Asks every question in every round, after one round to warm up. */
export function timesOf<Question>(
  questions: readonly Question[],
  rounds: number,
  ask: (question: Question) => unknown,
): Times {
  const round = (): readonly number[] =>
    questions.map((question) => {
      const start = performance.now();
      ask(question);
      return performance.now() - start;
    });
  round();
  return timesIn(questions, Array.from({ length: rounds }, round));
}

/** The same for answers that are awaited, one after the other. */
export async function timesOfAwaited<Question>(
  questions: readonly Question[],
  rounds: number,
  ask: (question: Question) => Promise<unknown>,
): Promise<Times> {
  await oneRound(questions, ask);
  const all: (readonly number[])[] = [];
  for (let done = 0; done < rounds; done++) all.push(await oneRound(questions, ask));
  return timesIn(questions, all);
}

/** The same where every question is asked once. The first tenth warms up what all have in common. */
export async function timesOfFirst<Question>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<unknown>,
): Promise<Times> {
  const warm = Math.ceil(questions.length / 10);
  await oneRound(questions.slice(0, warm), ask);
  const rest = questions.slice(warm);
  return timesIn(rest, [await oneRound(rest, ask)]);
}

async function oneRound<Question>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    await ask(question);
    times.push(performance.now() - start);
  }
  return times;
}

function timesIn(questions: readonly unknown[], all: readonly (readonly number[])[]): Times {
  const fastest = questions.map((_, index) => Math.min(...all.map((times) => times[index] ?? 0)));
  const times = all.flat();
  return {
    questions: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    worst: percentile(times, 1),
    p99OfFastest: percentile(fastest, 0.99),
  };
}

/** What that share of the times, from 0 to 1, does not reach; NaN where there are no times. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}
