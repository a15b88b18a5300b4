import type { APIButtonComponent } from "discord-api-types/v10";
import type { Page } from "../../almanac/almanac.ts";
import type { Language } from "../language.ts";
import { button, LIMITS } from "../payload.ts";
import { shorten } from "../plain.ts";

/** So many lines on a page: what a phone shows without much scrolling, and what Discord takes of the longest lines. */
export const PAGE = 8;

/** A page of what was found, from 1. */
export interface Paged<Item> extends Page<Item> {
  readonly page: number;
  readonly pages: number;
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
  return { items, total: found.total, page, pages };
}

/** A page number as a custom_id carries it; what is odd is page 1. */
export function readPage(text = "1"): number {
  return /^\d{1,5}$/.test(text) ? Math.max(1, Number(text)) : 1;
}

/** "12 entries, page 1 of 2", in plain text. */
export function pageNote({ page, pages, total }: Paged<unknown>, language: Language): string {
  return language.text("commands.day.page", { page, pages, count: total });
}

/** Buttons to the pages before and after; none where all is on one page. */
export function pageButtons(
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
