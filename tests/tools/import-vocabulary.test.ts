import { expect, test } from "vitest";
import { vocabularyOf } from "../../tools/import/vocabulary.ts";

/** As the lists have them: two columns end within "cooperation", one after a whole word. */
const names = [
  ...Array.from({ length: 20 }, (_, year) => `Agreement: Technical cooperation of ${1960 + year}`),
  ...Array.from({ length: 5 }, () => "Agreement: Technical cooperation"),
  ...Array.from({ length: 5 }, () => "Agreement: Social security"),
  ...Array.from({ length: 3 }, () => "Agreement: Mixed commission for economic scientific and technical cooperat"),
  ...Array.from({ length: 3 }, () => "Agreement: European center of all for medium-range weather forecasts"),
  ...Array.from({ length: 20 }, () => "Agreement: The unit and the United States"),
  "Agreement: A military unit",
];
const { completed, isWord } = vocabularyOf(names.map((name) => ({ name })));

test("a half word is completed after the word that stands before it elsewhere, or where only one word begins so", () => {
  expect(completed("technical", "coop")).toBe("cooperation");
  expect(completed("industrial", "cooperat")).toBe("cooperation");
  expect(completed("social", "sec")).toBe("security");
  expect(completed("national", "sec")).toBeUndefined();
});

test("a word that ends names that were not cut is no half, though longer ones begin so", () => {
  expect(completed("military", "unit")).toBe("unit");
});

test("what stands only at cut ends is a word unless a word begins so", () => {
  expect(isWord("cooperat")).toBe(false);
  expect(isWord("forecasts")).toBe(true);
  expect(isWord("cooperation")).toBe(true);
});
