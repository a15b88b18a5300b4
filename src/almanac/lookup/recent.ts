/**
 * Keeps the answers to the questions asked last: many servers ask for the same few days. An answer is kept from the second time
 * on, so that what is asked once leaves no trace: answers that outlive their use make the heap grow.
 */
export function recent<Answer>(limit: number): (question: string, answer: () => Answer) => Answer {
  const asked = new Map<string, Answer | undefined>();
  return (question, answer) => {
    const known = asked.get(question);
    const now = known ?? answer();
    const isSecond = asked.delete(question);
    asked.set(question, isSecond ? now : undefined);
    for (const oldest of asked.keys()) if (asked.size > limit) asked.delete(oldest);
    return now;
  };
}
