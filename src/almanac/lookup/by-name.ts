import { words } from "../words.ts";
import { telling } from "./question.ts";

/**
 * Of events that a text found, best first: those whose name is the text, then those whose name has it word for word, then the
 * others; in each the order stays. Of a text that is still being typed, those whose name begins so come before those that have it.
 */
export function namedFirst<Named extends { readonly name?: string }>(
  found: readonly Named[],
  text: string,
  isBegun = false,
): readonly Named[] {
  const asked = telling(words(text)).join(" ");
  const distance = ({ name }: Named): number => {
    const called = telling(words(name ?? "")).join(" ");
    if (called === asked) return 0;
    if (isBegun && called.startsWith(asked)) return 1;
    return ` ${called} `.includes(isBegun ? ` ${asked}` : ` ${asked} `) ? 2 : 3;
  };
  return found
    .map((each) => ({ each, far: distance(each) }))
    .toSorted((one, other) => one.far - other.far)
    .map(({ each }) => each);
}
