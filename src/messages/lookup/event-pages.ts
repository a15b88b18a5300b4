import type { Page } from "../../almanac/almanac.ts";
import type { Event } from "../../almanac/event.ts";
import type { Language } from "../language.ts";
import { yearOf } from "../wording.ts";
import { PAGE, type Paged, pageOf, type Turns, turns } from "./paging.ts";

/** A page of events in order of time, and what leads to the others: each says with which year it begins. */
export function eventPages(
  page: number,
  find: (offset: number, limit: number) => Page<Event>,
  language: Language,
  idOf: (page: number) => string,
): { readonly paged: Paged<Event>; readonly to: Turns } {
  const paged = pageOf(page, find);
  const to = turns(paged, language, idOf, (each) => {
    const [first] = find((each - 1) * PAGE, 1).items;
    return first && yearOf(first, language);
  });
  return { paged, to };
}
