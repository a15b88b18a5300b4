/** The same function, each of whose answers is worked out once: for questions of which there are few. */
export function remembering<Question extends string | number, Answer>(
  answer: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<Question, Answer>();
  return (question) => {
    const found = known.get(question);
    if (found !== undefined) return found;
    const now = answer(question);
    known.set(question, now);
    return now;
  };
}
