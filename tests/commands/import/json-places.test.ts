import { array, assert, constantFrom, json, nat, oneof, property, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import { placesIn } from "../../../commands/import/json-places.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const PIECES = [
  "[",
  "]",
  "{",
  "}",
  ",",
  ":",
  '"',
  '"a"',
  "\\",
  "\\u00e9",
  "0",
  "-1",
  "1.5e9",
  "01",
  "true",
  "nul",
  " ",
  "\n",
  "\u0000",
  "é",
];
const nearly = oneof(
  json(),
  array(constantFrom(...PIECES)).map((pieces) => pieces.join("")),
  tuple(json(), nat(), constantFrom(...PIECES)).map(([text, at, piece]) => {
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + piece + text.slice(cut);
  }),
  tuple(json(), nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
);

test("a text is JSON exactly where JSON.parse takes it", () => {
  assert(
    property(nearly, (text) => placesIn(text).ok === isJson(text)),
    { numRuns: 3_000 },
  );
});

test("the elements of a list begin where they stand", () => {
  const spaces = constantFrom("", " ", "\n", "\r\n\t");
  assert(
    property(array(tuple(spaces, json(), spaces)), (elements) => {
      const text = `[${elements.map((element) => element.join("")).join(",")}]`;
      const places = placesIn(text);
      const found = places.ok
        ? places.elements.map((at, index) => text.slice(at, at + (elements[index]?.[1].length ?? 0)))
        : [];
      expect(found).toEqual(elements.map(([, element]) => element));
    }),
  );
});

test("where it stops being JSON", () => {
  const at = (text: string) => {
    const places = placesIn(text);
    return places.ok ? undefined : places.at;
  };
  expect(at('[{"date": "2026-06-25" "text": "x"}]')).toBe(23);
  expect(at('[{"date": 2026-06-25}]')).toBe(14);
  expect(at('[{"date": "2026-06-25",}]')).toBe(23);
  expect(at("[1, 2")).toBe(6 - 1);
  expect(at('["open')).toBe(1);
});

test("depth and length without end are walked without harm", () => {
  expect(placesIn("[".repeat(1_000_000))).toMatchObject({ ok: false });
  expect(placesIn(`${"[".repeat(500_000)}${"]".repeat(500_000)}`)).toMatchObject({ ok: true });
  expect(placesIn(`["${"a".repeat(1_000_000)}"]`)).toEqual({ ok: true, elements: [1] });
  expect(placesIn(`[${"9".repeat(1_000_000)}]`)).toEqual({ ok: true, elements: [1] });
  assert(property(string(), (text) => void placesIn(text)));
});
