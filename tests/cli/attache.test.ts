import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { localDate } from "../../src/almanac/calendar.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { realAlmanac } from "../digest/real-almanac.ts";
import { edit, fixtureData } from "../support/data.ts";
import { attacheWith, type Ended } from "./run-attache.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const data = fixtureData();

async function attache(...args: string[]): Promise<Ended> {
  return attacheWith(data, ...args);
}

const BELARUS = {
  id: "by-ru-1992-06-25-relations-established",
  kind: "relations-established",
  family: "relations",
  parties: ["BY", "RU"],
  date: "1992-06-25",
  end: null,
  years: 34,
  tier: 1,
  name: null,
  otherDates: [],
  occasion: "by-ru-1992-06-25-relations-established",
};

test("on --json prints an array of anniversaries, sources and all", async () => {
  const { out, code } = await attache("on", "2026-06-25", "--country", "BY", "--json");
  expect(code).toBe(0);
  const anniversaries = JSON.parse(out) as readonly { id: string; sources: readonly object[] }[];
  expect(anniversaries).toHaveLength(2);
  expect(anniversaries[0]).toMatchObject(BELARUS);
  expect(anniversaries[0]?.sources[0]).toEqual({
    name: "Ministry of Foreign Affairs of Belarus: joint statement of 25 June 2012",
    url: "https://mfa.gov.by/en/press/statements/e0ed9cc4e0dc68b2.html",
  });
});

test("on --json --limit prints the best, not the oldest, in order of time", async () => {
  const [all, best] = await Promise.all([
    attache("on", "2027-04-04", "--json"),
    attache("on", "2027-04-04", "--json", "--limit", "1"),
  ]);
  const ids = (out: string): readonly string[] => (JSON.parse(out) as readonly { id: string }[]).map(({ id }) => id);
  expect(ids(all.out).length).toBeGreaterThan(1);
  expect(ids(best.out)).toEqual(["nato-1949-04-04-organisation-founded"]);
  expect(ids(all.out)[0]).not.toBe(ids(best.out)[0]);
});

test("on --json prints what is too uncertain for an occasion as well, last of the best", async () => {
  const { out } = await attacheWith("data", "on", "2026-01-01", "--json");
  const anniversaries = JSON.parse(out) as readonly { id: string; confidence: string }[];
  expect(anniversaries.map(({ id }) => id)).toContain("be-nl-1970-01-01-treaty-signed");
  const sure = anniversaries.filter(({ confidence }) => confidence !== "low");
  const best = await attacheWith("data", "on", "2026-01-01", "--json", "--limit", String(sure.length));
  expect(JSON.parse(best.out)).toEqual(sure);
});

test("on prints a line an occasion for people", async () => {
  const { out, code } = await attache("on", "4", "April", "2027");
  expect(code).toBe(0);
  expect(out).toMatch(/^Sunday,? 4 April 2027\n\n78 years: .*NATO.*\(1949.*\)\n$/);
});

test("on tells people first what the daily post of everything would choose, in its order, then the rest", async () => {
  const almanac = realAlmanac();
  const date = localDate(2026, 1, 3);
  const post = digestFor(almanac, EVERYTHING, date).lines.map(({ lead }) => lead.event);
  const all = almanac.occasionsOn(date, EVERYTHING.leapDay).length;
  const { out } = await attacheWith("data", "on", "2026-01-03", "--limit", String(all));
  const [, , ...lines] = out.trimEnd().split("\n");
  expect(lines).toHaveLength(all);
  expect(new Set(lines).size).toBe(all);
  const told = lines.slice(0, post.length).map((line) => Number(/^\d+(?= years)/.exec(line)?.[0]));
  expect(told).toEqual(post.map((event) => date.year - event.date.year));
});

test("a country's events are told with what it continues, by date, in its own words", async () => {
  const { out } = await attache("country", "Zuid-Korea", "--lang", "en-GB", "--kind", "treaties");
  expect(out).toBe(
    "23 March 1901: Treaty of Friendship, Commerce and Navigation signed by Belgium and the Korean Empire\n",
  );
});

test("between prints what two share, either way round, as JSON in the same shape", async () => {
  const [one, other] = await Promise.all([
    attache("between", "belgium", "USSR", "--json"),
    attache("between", "SUHH", "BE", "--json"),
  ]);
  expect(one.out).toBe(other.out);
  expect(JSON.parse(one.out)).toMatchObject([
    { id: "be-suhh-1935-06-12-relations-established", otherDates: ["1935-07-12"], end: null },
  ]);
});

test("search and event find and show one event", async () => {
  const found = await attache("search", "kozyrev", "brussels", "--json");
  expect(JSON.parse(found.out)).toMatchObject([
    { id: "ru-be-1992-03-08-visit", date: "1992-03-08", end: "1992-03-11" },
  ]);
  const { out } = await attache("event", "ru-be-1992-03-08-visit");
  expect(out).toMatch(/^8\s–\s11 March 1992: Andrei Kozyrev/);
  expect(out).toContain("https://library.tj/blogs/entry/Landmarks-in-relations-between-Russia-and-Belgium");
});

test("upcoming tells days, jubilees tell milestones", async () => {
  const upcoming = await attache("upcoming", "--from", "2026-06-20", "--days", "10", "--country", "BY");
  expect(upcoming.out).toMatch(/25 June 2026\n {2}34 years: Belarus and Russia established diplomatic relations/);
  const jubilees = await attache("jubilees", "2026", "--tier", "25", "--json");
  expect(JSON.parse(jubilees.out)).toMatchObject([
    { on: "2026-01-31", id: "be-kr-1951-01-31-troops-deployed", years: 75, tier: 25 },
    { on: "2026-03-23", years: 125 },
    { on: "2026-03-23", years: 125 },
  ]);
});

test.each<[string[], RegExp]>([
  [["country", "Belgum"], /^No country or organisation is called "Belgum"\. Did you mean Belgium \(BE\)/],
  [["country", ""], /^The name of a country is missing\. Write it, or its code: BE\.\n$/],
  [
    ["on", "2026-06-31"],
    /^"2026-06-31" is no date\. That month has 30 days\. What comes nearest: 2026-06-30 or 2026-07-01\.\n$/,
  ],
  [["on", "25 June Belarus"], /"belarus" is no part of one: name a country with --country\.\n$/],
  [["on", "smarch"], /^"smarch" is no date\. Write it as \d{4}-\d{2}-\d{2}\.\n$/],
  [["today", "--kind", "vist"], /^No kind or family of events is called "vist"\. Did you mean visit.*\?\n$/],
  [["event", "be-kz-1992-08-26-relations-established"], /Did you mean be-kz-1992-08-25-relations-established/],
  [["jubilees", "27"], /^"27" is no year\./],
  [["jubilees", "--tier", "7"], /^There is no tier 7\. Use 100, 50, 25, 10, 5,? or 1\.\n$/],
  [["search", "x", "--order", "size"], /^There is no order "size"\. Use date, latest,? or significance\.\n$/],
  [["today", "--limit", "0"], /^--limit 0: write a whole number from 1 to 9999999\.\n$/],
  [["upcoming", "--days", "367"], /^--days 367: write a whole number from 1 to 366\.\n$/],
  [
    ["event", "be-kr-1901"],
    /^No event has the id "be-kr-1901"\. Did you mean be-korean-empire-1901-03-23-[a-z-]+,? or be-korean-empire-1901-03-23-treaty-signed\?\n$/,
  ],
  [
    ["event", "be-korean-empire"],
    /Did you mean be-korean-empire-1901-03-23-[a-z-]+,? or be-korean-empire-1901-03-23-treaty-signed\?\n$/,
  ],
  [["event", "1788"], /country, between and search print ids with --json\.\n$/],
  [["between", "BE", "Belgium"], /^Both are Belgium\. Name two, or ask for all its events: attache country BE\.\n$/],
  [["between", "USSR", "RU"], /^The events of the Soviet Union are told as those of Russia too: .* country SUHH\.\n$/],
  [["search", ""], /^There is no word in ""\. Write names, people, places, countries, kinds or years/],
  [["search", "!?"], /^There is no word in "!\?"\./],
  [["today", "--lang", "xx-yy!"], /There are texts in en only/],
  [["today", "--lang", "klingon"], /There are texts in en only/],
  [["today", "--lang", "fr"], /There are texts in en only/],
  [["event", "be-kz-1992-08-25-relations-established", "--kind", "visit"], /unknown option '--kind'/],
  [["tody"], /unknown command 'tody'\n\(Did you mean today\?\)/],
  [["on"], /missing required argument 'date'/],
])("%j is refused with exit code 2 and what would be right", async (args, message) => {
  const { out, err, code } = await attache(...args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(message);
});

test.each([
  [
    ["between", "KR", "KZ"],
    "Nothing between the two is recorded. --organisations looks in conventions and organisations of both, too.\n",
  ],
  [
    ["search", "xylophone"],
    "No event has all of these words. Try fewer or other words: a name, a country, a place, a year.\n",
  ],
  [
    ["country", "BE", "--kind", "expulsion"],
    "Nothing of that is recorded of this country: ask with fewer conditions.\n",
  ],
  [
    ["upcoming", "--from", "2026-01-02", "--days", "1", "--country", "KR"],
    "Nothing of that is marked in this time: ask for more days, a lower --tier or fewer conditions.\n",
  ],
])("%j finds nothing, and says what to ask instead", async (args, message) => {
  expect(await attache(...args)).toEqual({ out: message, err: "", code: 0 });
});

test("a message repeats what was typed in a line of bounded length, without control characters", async () => {
  const long = await attache("country", `\u001B[31m${"x".repeat(100_000)}`);
  expect(long).toMatchObject({ code: 2, out: "" });
  expect(long.err).toMatch(/^No country or organisation is called " \[31mx{400,460}…\n$/);
  expect((await attache("\u001B[31mtody")).err).toMatch(/^error: unknown command ' \[31mtody'\n/);
});

test("check says that data is in order, or what is not, with exit code 1", async () => {
  const stale = {
    out: `${data}/COVERAGE.md: the figures are not those of the data - run npm run attache -- coverage --write\n1 to mend.\n`,
  };
  expect(await attache("check")).toMatchObject({ ...stale, code: 1 });
  expect((await attache("coverage")).out).toMatch(/\| days of the year with events \| \d+ of 366 \|/);
  expect(await attache("coverage", "--write")).toEqual({ out: "", err: "", code: 0 });
  expect(await attache("check")).toEqual({ out: `${data} is in order.\n`, err: "", code: 0 });
  const broken = fixtureData();
  edit(broken, "events/relations/be.csv", (csv) => csv.replace(",BE KZ,", ",BE XY,"));
  const { out, code } = await attacheWith(broken, "check");
  expect(code).toBe(1);
  expect(out).toMatch(
    /^[^\n]*events\/relations\/be\.csv:5: unknown code "XY" - use a code of data\/parties[^\n]*\n1 to mend\.\n$/,
  );
});

test("a broken row stops a lookup with its place and cure, without a stack trace", async () => {
  const broken = fixtureData();
  edit(broken, "events/relations/be.csv", (csv) => csv.replace(",1992-08-25,,", ",1992-08-32,,"));
  const { err, code } = await attacheWith(broken, "today");
  expect(code).toBe(1);
  expect(err).toMatch(/^[^\n]*events\/relations\/be\.csv:5: no such date as "1992-08-32" - [^\n]*\n$/);
});

test("a reader who has seen enough ends it quietly", async () => {
  const child = spawn(process.execPath, ["src/cli/attache.ts", "country", "BE", "--json"], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIRECTORY: data },
  });
  child.stdout.destroy();
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, "close") as Promise<[number | null]>]);
  expect({ err, code }).toEqual({ err: "", code: 0 });
});

test("what cannot be answered says what would be right, where errors belong, and ends with 2", async () => {
  const asked = [
    [["between", "Belgium"], "Name two countries or organisations: attache between Belgium France"],
    [["between", "Benelux", "France"], 'No country or organisation is called "Benelux". Write its name'],
    [["on", "2026-06"], '"2026-06" is a month, not a day. Write one of its days: 2026-06-01.'],
    [["on", "1963"], '"1963" is a year, not a day.'],
    [["on", "31 June"], "That month has 30 days at most."],
  ] as const;
  for (const [args, said] of asked) {
    const { out, err, code } = await attache(...args);
    expect({ out, code }).toEqual({ out: "", code: 2 });
    expect(err).toContain(said);
  }
});
