import { expect, test } from "vitest";
import { readCountry, suggestCountry } from "../../../commands/typed/country.ts";
import { openCatalogue } from "../../../src/messages/catalogue.ts";
import { realAlmanac } from "../../digest/real-almanac.ts";
import { TRANSLATIONS } from "../../messages/language.ts";

test("whichever party is chosen of the list is the one that is read", () => {
  const { parties } = realAlmanac();
  const language = openCatalogue(TRANSLATIONS, parties, () => 0).language("en-GB");
  const mistaken = parties.all.filter(({ code }) => {
    const name = language.name(code);
    const chosen = suggestCountry(name, parties, language).filter((choice) => choice.name === name);
    const codes = chosen.map(({ value }) => readCountry(value, parties, language));
    return !codes.some((read) => read.ok && read.code === code);
  });
  expect(mistaken.map(({ code }) => code)).toEqual([]);
});
