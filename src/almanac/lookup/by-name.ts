import { words } from "../words.ts";
import { telling } from "./question.ts";

/**
 * Of events that a text found, best first: those whose name is the text, then those whose name has it word for word, then the
 * others; in each the order stays.
 */
export function namedFirst<Named extends { readonly name?: string }>(
  found: readonly Named[],
  text: string,
): readonly Named[] {
  const asked = telling(words(text)).join(" ");
  const distance = ({ name }: Named): number => {
    const called = telling(words(name ?? "")).join(" ");
    if (called === asked) return 0;
    return ` ${called} `.includes(` ${asked} `) ? 1 : 2;
  };
  return found
    .map((each) => ({ each, far: distance(each) }))
    .toSorted((one, other) => one.far - other.far)
    .map(({ each }) => each);
}
