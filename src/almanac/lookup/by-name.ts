import type { Event } from "../event.ts";
import { asAsked } from "./question.ts";

/** What a person is in is called so; of a longer name the person is a small part: "Exchange of notes on Churchill dam road". */
const SHARE_OF_NAME = 1 / 3;

/**
 * Of events that a text found, best first: those whose name is the text, then those whose name, or that of somebody who was
 * there, has it word for word, then the others; in each the order stays. Of a text that is still being typed, those whose name
 * begins so come before those that have it. What only mentions a person in a long name comes after what the person did.
 */
export function namedFirst<Named extends Pick<Event, "name" | "people">>(
  found: readonly Named[],
  text: string,
  isBegun = false,
): readonly Named[] {
  const asked = asAsked(text);
  const sought = isBegun ? ` ${asked}` : ` ${asked} `;
  const hasIt = (called: string): boolean => ` ${called} `.includes(sought);
  const ofPerson = new Set(found.filter(({ people }) => people.some(({ name }) => hasIt(asAsked(name)))));
  const distance = (each: Named): number => {
    const called = asAsked(each.name ?? "");
    if (called === asked) return 0;
    if (isBegun && called.startsWith(asked)) return 1;
    if (ofPerson.has(each)) return 2;
    if (!hasIt(called)) return 4;
    return ofPerson.size > 0 && asked.length < called.length * SHARE_OF_NAME ? 3 : 2;
  };
  return found
    .map((each) => ({ each, far: distance(each) }))
    .toSorted((one, other) => one.far - other.far)
    .map(({ each }) => each);
}
