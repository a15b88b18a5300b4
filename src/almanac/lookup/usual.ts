import type { EventId } from "../event.ts";
import type { UsualNames } from "../usual-names.ts";
import type { RowSet } from "./row-set.ts";

/** The rows that a text finds by its words alone; the last of them may be still being typed. */
export type OfText = (text: string, isBegun?: boolean) => RowSet;
/** The rows of what is usually called what a text says, the first one first. */
export type Called = (text: string, isBegun?: boolean) => readonly number[];

/** What is called so; else of what is called as some words of the text are, those events that its other words find. */
export function usuallyCalled(names: UsualNames, rowOf: (id: EventId) => number | undefined, ofText: OfText): Called {
  const rowsOf = (events: readonly EventId[]): readonly number[] => events.flatMap((id) => rowOf(id) ?? []);
  return (text, isBegun = false) => {
    const whole = rowsOf(names.called(text, isBegun));
    const part = whole.length > 0 ? undefined : names.within(text);
    if (part === undefined) return whole;
    const passing = ofText(part.others, isBegun);
    return rowsOf(part.events).filter((row) => passing.has(row));
  };
}
