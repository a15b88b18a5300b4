import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { wordsOf } from "../../commands/words.ts";
import project from "../../package.json" with { type: "json" };
import { SETTINGS } from "../../src/config.ts";
import { openCatalogue } from "../../src/messages/catalogue.ts";
import { parties, TRANSLATIONS } from "../messages/language.ts";

const DOCS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "data/README.md",
  "data/SIGNIFICANCE.md",
  "data/EDITOR-READING.md",
  "data/LICENCES.md",
  "data/parties/README.md",
] as const;

const read = (path: string) => readFileSync(path, "utf8");

/** The lines of a page's fenced blocks that say nothing of a language: what is to be typed in a terminal. */
const typed = (page: string): readonly string[] =>
  [...page.matchAll(/^```\n([^]*?)^```$/gm)].flatMap(([, block = ""]) => block.trim().split("\n"));

/** What stands in backticks on one line. */
const code = (page: string): readonly string[] => [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);

/** What CI runs, in order. */
const STEPS = [...read(".ci/run").matchAll(/^step (.+)$/gm)].map(([, command]) => command ?? "");
/** In tests/playground/start.test.ts, in a browser. */
const START = "npm start";

describe("the README's commands", () => {
  const lines = typed(read("README.md"));
  const lookups = lines.filter((line) => line !== START && !STEPS.includes(line));

  test("every step of CI is among them", () => {
    expect(new Set(lines.filter((line) => STEPS.includes(line)))).toEqual(new Set(STEPS));
  });

  test.each(lookups)("%s", { timeout: 60_000 }, (line) => {
    const { status, stdout, stderr } = spawnSync(line, { shell: true, encoding: "utf8" });
    expect(status, stderr).toBe(0);
    expect(stdout.trim()).not.toBe("");
  });

  test("there are some in a terminal", () => expect(lookups.length).toBeGreaterThan(3));
});

test("what the README gives a supervisor is what npm start runs", () => {
  const [, command] = /^ +ExecStart=\/usr\/bin\/(.+)$/m.exec(read("README.md")) ?? [];
  expect(command).toBe(project.scripts.start);
});

describe.each(DOCS)("%s", (doc) => {
  const page = read(doc);

  test("names no script that package.json has not", () => {
    const named = [...page.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in project.scripts))).toEqual([]);
  });

  test("links to nothing that is not there, and names no file that is not there", () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => join(dirname(doc), path));
    const paths = code(page).filter((text) =>
      /^(src|commands|data|tests|tools|bench|docs|launcher)\/[\w./-]*$/.test(text),
    );
    expect([...links, ...paths].filter((path) => !existsSync(path))).toEqual([]);
  });

  test("names no slash command that is not registered", () => {
    const words = wordsOf(openCatalogue(TRANSLATIONS, parties, () => 0));
    const registered = new Set(commands.map(({ definition }) => definition(words).name));
    const named = [...page.matchAll(/(?<![\p{L}\p{N}/.>)*-]|GET )\/(\p{Ll}[\p{Ll}-]*)(?![\p{L}/.])/gu)].map(
      ([, name = ""]) => name,
    );
    expect(named.filter((name) => !registered.has(name))).toEqual([]);
  });
});

test("the README shows what to type first: some slash commands", () => {
  expect(read("README.md")).toMatch(/`\/today`/);
});

test("ARCHITECTURE.md says of every folder, once, what is in it", () => {
  const places = [...read("ARCHITECTURE.md").matchAll(/^\| `([^`]+)\/` \|/gm)].map(([, place = ""]) => place);
  const foldersOf = (path: string) =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const ours = foldersOf(".").filter((name) => !name.startsWith(".") && !["node_modules", "src"].includes(name));
  expect(places.toSorted()).toEqual([...ours, ...foldersOf("src").map((name) => `src/${name}`)].toSorted());
});

test(".env.example has every setting, and no other", () => {
  expect(Object.keys(parseEnv(read(".env.example"))).toSorted()).toEqual(SETTINGS.toSorted());
});

test("no file of code, style or markup is longer than 250 lines", () => {
  const folders = ["bench", "commands", "launcher", "src", "tests", "tools"];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const checked = files.filter((file) => /\.(ts|js|mjs|css|html|sql)$/.test(file) && !file.includes("node_modules"));
  expect(checked.length).toBeGreaterThan(300);
  expect(checked.filter((file) => read(file).split("\n").length > 251)).toEqual([]);
});
