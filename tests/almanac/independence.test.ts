import { join } from "node:path";
import { expect, test } from "vitest";
import type { Source } from "../../src/almanac/event.ts";
import { isWitness, witnesses } from "../../src/almanac/independence.ts";
import { publishersOf, readPublishers } from "../../src/almanac/publishers.ts";

const real = readPublishers(join(import.meta.dirname, "../../data"));

function page(url: string, id = "page"): Source {
  const { name: publisher, grade } = real(url);
  return { id, name: url, url, publisher, ...(grade === undefined ? {} : { grade }) };
}

const ARTICLE = page("https://en.wikipedia.org/wiki/Foreign_relations_of_Belgium");
const MINISTRY = page("https://www.mfa.gov.kz/en/page");

test.each<[string, readonly Source[], number]>([
  ["an article and a ministry are two", [ARTICLE, MINISTRY], 2],
  ["two articles of one encyclopedia are one", [ARTICLE, page("https://en.m.wikipedia.org/wiki/April_4")], 1],
  ["a copy of an encyclopedia beside it adds nothing", [ARTICLE, page("https://wikimili.com/en/Belgium")], 1],
  ["a copy alone is none", [page("https://www.worldpopulationreview.com./country-rankings/african-union")], 0],
  ["a post is none", [page("https://x.com/ministry/status/1")], 0],
  ["a reference that nobody followed is none", [ARTICLE, page("https://www.mfa.gov.kz/en/page", "cited-mfa")], 1],
  ["two offices of one ministry are one", [MINISTRY, page("https://london.mfa.gov.kz/en")], 1],
  ["two ministries of one state are two", [page("https://mfa.gov.kz/en"), page("https://mod.gov.kz/en")], 2],
  [
    "two data sets on one host are two",
    [
      page("https://github.com/globalgov/manytreaties"),
      page("https://github.com/humlab/the_culture_of_international_relations/blob/main/legacy/documents.zip"),
    ],
    2,
  ],
])("%s", (_, sources, count) => {
  expect(witnesses(sources)).toBe(count);
});

test("a data set is a witness, a nameless page is none", () => {
  expect(isWitness(page("https://github.com/joshuaalley/treaty-depth/blob/master/data/atop-alliance-level.csv"))).toBe(
    true,
  );
  expect(isWitness(page("https://lexicals.info/?p=859"))).toBe(false);
});

test("of several rows that fit an address, the one that says most of it holds", () => {
  const publishers = publishersOf([
    ["example.org", "A society", "", ""],
    ["example.org/copies", "An encyclopedia", "copy", "copies it"],
    ["mirror.example.org", "A mirror", "copy", "copies it"],
  ]);
  expect(publishers("https://www.example.org/").name).toBe("A society");
  expect(publishers("https://example.org/copies/x")).toEqual({ name: "An encyclopedia", grade: "copy" });
  expect(publishers("https://mirror.example.org/copies/x").name).toBe("A mirror");
  expect(publishers("https://myexample.org/").name).toBe("myexample.org");
  expect(publishers("https://www.example.co.uk/x").name).toBe("example.co.uk");
});
