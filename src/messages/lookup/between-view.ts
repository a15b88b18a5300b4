import { FAMILIES, type Family } from "../../almanac/kind.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { customId } from "../custom-id.ts";
import { type Known, readCode } from "./few.ts";
import { readPage } from "./paging.ts";

/** What /between shows of two parties. */
export interface BetweenView {
  readonly pair: readonly [PartyCode, PartyCode];
  /** All families where it is absent. */
  readonly family?: Family;
  /** Also conventions of many parties, and events of organisations that both belonged to. */
  readonly organisations: boolean;
  /** From 1. */
  readonly page: number;
}

/** What a button or select of it does: open the timeline in an answer of its own, turn its pages, choose a family. */
export type BetweenAction = "open" | "page" | "family";

/** At most 100 characters, with the longest codes we hold: the family goes by its first letter, which no other has. */
export function betweenId(action: BetweenAction, { pair, family, organisations, page }: BetweenView): string {
  return customId("between", action, ...pair, `${family?.charAt(0) ?? ""}${organisations ? "+" : ""}`, String(page));
}

/** The inverse, from the custom_id's arguments; undefined without two known parties. */
export function parseBetweenView(args: readonly string[], known: Known): BetweenView | undefined {
  const [first, second, shown = "", page] = args;
  const [one, other] = [readCode(first, known), readCode(second, known)];
  if (one === undefined || other === undefined) return undefined;
  const family = FAMILIES.find((each) => each.charAt(0) === shown.charAt(0));
  return {
    pair: [one, other],
    ...(family === undefined ? {} : { family }),
    organisations: shown.endsWith("+"),
    page: readPage(page),
  };
}
