import { areFew } from "../../src/messages/lookup/few.ts";
import type { Inquiry } from "../../src/messages/lookup/inquiry.ts";
import { refused } from "../refusal.ts";
import { type Countries, readCountries } from "./country.ts";

/** Countries as typed, as many as fit into the buttons of a list. */
export function readFewCountries(typed: string, { almanac, language }: Inquiry): Countries {
  const countries = readCountries(typed, almanac.parties, language);
  if (!countries.ok || areFew(countries.codes)) return countries;
  return refused(language.text("lookup.too-many-countries"));
}
