import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParseRows } from "d3-dsv";
import { expect, test } from "vitest";
import project from "../../package.json" with { type: "json" };
import { TEXTS } from "../../src/messages/texts/texts.ts";

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));

const CODE = ["bench", "commands", "launcher", "src", "tests", "tools"].flatMap((folder) =>
  filesIn(folder, /\.(ts|js|mjs)$/),
);
const SOURCES = new Map(CODE.map((file) => [file, readFileSync(file, "utf8")]));

/** The words of a source: names of anything, once each. */
const WORDS = new Map([...SOURCES].map(([file, source]) => [file, new Set(source.match(/[\w$]+/g))]));

const isNamedElsewhere = (name: string, file: string): boolean =>
  [...WORDS].some(([other, words]) => other !== file && words.has(name));

test("what a file exports another names: functions, classes and constants; types also where they are part of what it exports", () => {
  const exported = [...SOURCES].flatMap(([file, source]) =>
    [...source.matchAll(/^export (?:async )?(function\*?|class|const|let|interface|type) (\w+)/gm)].map(
      ([, sort = "", name = ""]) => ({ file, name, isType: /interface|type/.test(sort), source }),
    ),
  );
  expect(exported.length).toBeGreaterThan(1_000);
  const isUsed = ({ file, name, isType, source }: (typeof exported)[number]): boolean =>
    isNamedElsewhere(name, file) || (isType && source.split(new RegExp(`\\b${name}\\b`)).length > 2);
  expect(exported.filter((each) => !isUsed(each)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

/** The source that may show a text, without the tables of the texts themselves. */
const SHOWING = [...SOURCES]
  .filter(([file]) => /^(src|commands)/.test(file) && !file.includes(join("messages", "texts")))
  .map(([, source]) => source)
  .join("\n");

test("each text that people can see is shown somewhere: by its key, or by a pattern of keys and its last part", () => {
  const literals = new Set([...SHOWING.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, text]) => text));
  const names = new Set([...SHOWING.matchAll(/(?<=[\s{(,])["']?([\w-]+)["']?\??:/g)].map(([, name]) => name));
  const patterns = [...SHOWING.matchAll(/`([a-z][\w-]*\.[^`\n]*?\$\{[^`\n]*)`/g)].map(([, pattern = ""]) => {
    const parts = pattern.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
    return new RegExp(`^${parts.join("[\\w.-]+")}$`);
  });
  const isShown = (key: string): boolean => {
    const last = key.split(".").at(-1) ?? "";
    return literals.has(key) || (patterns.some((each) => each.test(key)) && (literals.has(last) || names.has(last)));
  };
  const keys = [...TEXTS.keys()].filter((key) => !key.startsWith("kinds."));
  expect(keys.length).toBeGreaterThan(500);
  expect(keys.filter((key) => !isShown(key))).toEqual([]);
});

test("no column of the data is empty in every row", () => {
  const filled = new Map<string, boolean>();
  for (const file of filesIn("data", /\.csv$/)) {
    const [header = [], ...rows] = csvParseRows(readFileSync(file, "utf8"));
    for (const [place, column] of header.entries()) {
      const name = `${header.join()}: ${column}`;
      filled.set(name, filled.get(name) === true || rows.some((row) => row[place] !== ""));
    }
  }
  expect(filled.size).toBeGreaterThan(50);
  expect([...filled].flatMap(([name, isFilled]) => (isFilled ? [] : [name]))).toEqual([]);
});

/** Tools that are run and not imported, and the types of packages. */
const RUN = /^(@types\/.*|@biomejs\/biome|oxlint|oxlint-tsgolint|typescript)$/;

test("each package is imported somewhere", () => {
  const packages = Object.keys({ ...project.dependencies, ...project.devDependencies }).filter(
    (name) => !RUN.test(name),
  );
  const all = [...SOURCES.values()].join("\n");
  const isImported = (name: string): boolean =>
    [`"${name}"`, `"${name}/`].some((start) => all.includes(`from ${start}`) || all.includes(`(${start}`));
  expect(packages.filter((name) => !isImported(name))).toEqual([]);
});
