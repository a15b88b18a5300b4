import type { APIButtonComponent } from "discord-api-types/v10";
import type { Page } from "../../almanac/almanac.ts";
import type { Language } from "../language.ts";
import { button, LIMITS } from "../payload.ts";
import { shorten } from "../plain.ts";
import { choiceSelect, MOST_OPTIONS, type SelectRow } from "./selects.ts";

/** So many lines on a page: what a phone shows without much scrolling, and what Discord takes of the longest lines. */
export const PAGE = 8;

/** A page of what was found, from 1. */
export interface Paged<Item> extends Page<Item> {
  readonly page: number;
  readonly pages: number;
  /** So many are on a full page. */
  readonly size: number;
}

/** The page that is asked for; beyond the last, the last. */
export function pageOf<Item>(
  asked: number,
  find: (offset: number, limit: number) => Page<Item>,
  size: number = PAGE,
): Paged<Item> {
  const found = find((asked - 1) * size, size);
  const pages = Math.max(1, Math.ceil(found.total / size));
  const page = Math.min(asked, pages);
  const { items } = page === asked ? found : find((page - 1) * size, size);
  return { items, total: found.total, page, pages, size };
}

/** A page number as a custom_id carries it; what is odd is page 1. */
export function readPage(text = "1"): number {
  return /^\d{1,5}$/.test(text) ? Math.max(1, Number(text)) : 1;
}

/** "12 entries, page 1 of 2", in plain text. */
export function pageNote({ page, pages, total }: Paged<unknown>, language: Language): string {
  return language.text("commands.day.page", { page, pages, count: total });
}

/** The view of a custom_id, or another page of it that a select of pages chose. */
export function turned<View extends { readonly page: number }>(view: View, [chosen]: readonly string[]): View {
  return chosen === undefined ? view : { ...view, page: readPage(chosen) };
}

/** Where the pages of a list lead: a select of them where they are many, and buttons to those before and after. */
export interface Turns {
  readonly selects: readonly SelectRow[];
  readonly buttons: readonly APIButtonComponent[];
}

/** A few pages are turned one by one. */
const FEW_PAGES = 3;

/** Nothing where all is on one page. What begins a page, such as its first date, tells it from the others, else which entries it has. */
export function turns(
  paged: Paged<unknown>,
  language: Language,
  idOf: (page: number) => string,
  beginning?: (page: number) => string | undefined,
): Turns {
  return {
    selects: paged.pages > FEW_PAGES ? [pageSelect(paged, language, idOf(paged.page), beginning)] : [],
    buttons: pageButtons(paged, language, idOf),
  };
}

function pageSelect(
  { page, pages, size, total }: Paged<unknown>,
  language: Language,
  id: string,
  beginning?: (page: number) => string | undefined,
): SelectRow {
  const options = pagesToOffer(page, pages).map((each) => {
    const [first, last] = [(each - 1) * size + 1, Math.min(each * size, total)];
    const description = beginning?.(each) ?? language.text("lookup.page.entries", { first, last });
    return { label: language.text("lookup.page.option", { page: each }), value: String(each), description };
  });
  return choiceSelect(id, language.text("lookup.page.choose"), options);
}

/** Of very many pages so many are spread over all of them, the first and the last included, and so many lie around the one shown. */
const SPREAD = 13;
const AROUND = 12;

function pagesToOffer(page: number, pages: number): readonly number[] {
  if (pages <= MOST_OPTIONS) return Array.from({ length: pages }, (_, index) => index + 1);
  const spread = Array.from({ length: SPREAD }, (_, index) => 1 + Math.round((index * (pages - 1)) / (SPREAD - 1)));
  const around = Array.from({ length: AROUND + 1 }, (_, index) => page - AROUND / 2 + index);
  const offered = [...spread, ...around].filter((each) => each >= 1 && each <= pages && each !== page);
  return [...new Set(offered)].toSorted((one, other) => one - other);
}

function pageButtons(
  { page, pages }: Paged<unknown>,
  language: Language,
  idOf: (page: number) => string,
): readonly APIButtonComponent[] {
  const turn = (key: "commands.day.earlier" | "commands.day.later", to: number) =>
    button(shorten(language.text(key), LIMITS.label), idOf(to));
  return [
    ...(page > 1 ? [turn("commands.day.earlier", page - 1)] : []),
    ...(page < pages ? [turn("commands.day.later", page + 1)] : []),
  ];
}
