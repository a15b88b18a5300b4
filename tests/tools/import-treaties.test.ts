import { describe, expect, test } from "vitest";
import { inWords } from "../../tools/import/phrase.ts";
import { importLines, told } from "./lines.ts";

const atop = { file: "alliances", kind: "alliance-formed", parties: ["DE", "PL"], date: "1934-01-26" } as const;
const index = { file: "treaties-wti", kind: "treaty-signed", parties: ["DE", "PL"], date: "1934-01-26" } as const;

describe("alliances and pacts", () => {
  test("who only promises peace forms no alliance, and ends none", () => {
    const pact = { ...atop, name: "German-Polish Non-Aggression Pact" };
    expect(
      told(
        importLines([
          { ...pact, note: "obligations: non-aggression" },
          { ...pact, kind: "alliance-ended", date: "1939-04-28" },
        ]),
      ),
    ).toEqual(["treaty-ended DE PL 1939-04-28", "treaty-signed DE PL 1934-01-26"]);
    expect(told(importLines([{ ...pact, note: "obligations: defence, non-aggression" }]))).toEqual([
      "alliance-formed DE PL 1934-01-26",
    ]);
  });

  test("a pact without a name has that of another list, but not a trade agreement's; else that of its promises", () => {
    const pact = { ...atop, note: "obligations: non-aggression, consultation" };
    const names = (topic: string) =>
      importLines([pact, { ...index, name: topic }]).events.map(({ draft }) => draft.name?.toLowerCase());
    expect(names("Treaty: Friendship")).toEqual(["treaty of friendship"]);
    expect(new Set(names("Agreement: Trade"))).toEqual(
      new Set(["trade agreement", "treaty: non-aggression and consultation"]),
    );
  });

  test("what was promised, in the code of the list, is no note for a reader; another note beside it stays", () => {
    const alliance = { ...atop, note: "obligations: defence, consultation; Old Style 1934-01-13" };
    expect(importLines([alliance]).events.map(({ draft }) => draft.note)).toEqual(["Old Style 1934-01-13"]);
  });

  test("an alliance and the signature of its treaty are one event", () => {
    const alliance = { ...atop, note: "obligations: defence" };
    const imported = importLines([
      alliance,
      { ...index, name: "Treaty: Mutual assistance" },
      { ...index, name: "Agreement: Trade" },
    ]);
    expect(told(imported)).toEqual(["alliance-formed DE PL 1934-01-26", "treaty-signed DE PL 1934-01-26"]);
    expect(imported.events[0]?.draft.name?.toLowerCase()).toBe("treaty of mutual assistance");
  });
});

describe("the World Treaty Index", () => {
  test("a notice of recognition is no treaty", () => {
    expect(told(importLines([{ ...index, name: "Notice: Recognition" }]))).toEqual([]);
  });

  const isCommon = (word: string) => word !== "brazzaville";

  test.each([
    ["Agreement: Trade", "Trade agreement"],
    ["Agreement: Political", "Political agreement"],
    ["Treaty: Friendship and cooperation", "Treaty of friendship and cooperation"],
    ["Exchange of notes: Abolition of visas", "Exchange of notes on abolition of visas"],
    ["Exchange of notes: Provisional commercial", "Exchange of notes on provisional commercial matters"],
    ["Exchange of notes: Amending 1960 agreement", "Exchange of notes amending 1960 agreement"],
    ["Exchange of notes: Facilitate travel", "Exchange of notes to facilitate travel"],
    ["Agreement: Cultural agreement", "Cultural agreement"],
    ["Agreement: Brazzaville center", "Agreement on Brazzaville center"],
    ["Agreement: AID loan for roads", "Agreement on AID loan for roads"],
    ["Agreement: Danish loan", "Agreement on Danish loan"],
    ["Memorandum: Understanding on culture", "Memorandum of understanding on culture"],
    ["Treaty of Tartu", "Treaty of Tartu"],
  ])("%s reads %s", (terse, name) => {
    expect(inWords(terse, isCommon)).toBe(name);
  });

  test("a treaty of which no more is said than that there was one is left out", () => {
    expect(importLines([{ ...index, name: "Agreement: General" }]).events).toEqual([]);
    expect(importLines([{ ...index, name: "Protocol" }]).events).toEqual([]);
  });

  test("the same words twice are one treaty; other figures or a protocol are another", () => {
    const names = ["Agreement: Loan of 10 million", "Convention: Loan of 10 million", "Agreement: Loan of 15 million"];
    const lines = [...names, "Protocol: Loan of 10 million"].map((name) => ({ ...index, name }));
    expect(importLines(lines).events).toHaveLength(3);
  });

  test("what another list has as the entry into force of that day is no signature", () => {
    const gb = { ...index, file: "treaties-gb", kind: "treaty-in-force", parties: ["GB", "FR"] } as const;
    const imported = importLines([
      { ...gb, name: "Exchange of Notes regarding the Exchange of Official Publications" },
      { ...index, parties: ["FR", "GB"], name: "Exchange of notes: Exchange of official publications" },
    ]);
    expect(told(imported)).toEqual(["treaty-in-force FR GB 1934-01-26"]);
  });
});

describe("wars", () => {
  const cow = {
    file: "wars",
    kind: "war-began",
    source: { name: "Correlates of War", url: "https://example.org/CorrelatesOfWar/wars.csv" },
  } as const;

  test("a coalition of a world war is told as who fought whom, and a war of no name takes that of the same beginning", () => {
    const imported = importLines([
      { ...cow, date: "1914-08-04", parties: ["BE", "DE", "hist:austria-hungary"], name: "World War I" },
      { ...cow, date: "2003-03-19", parties: ["AU", "GB", "US", "IQ"], name: "Invasion of Iraq" },
      { ...cow, date: "2003-03-20", parties: ["US", "IQ"] },
    ]);
    expect([...told(imported)].sort()).toEqual([
      "war-began AU IQ 2003-03-19",
      "war-began BE DE 1914-08-04",
      "war-began GB IQ 2003-03-19",
      "war-began US IQ 2003-03-19 (2003-03-20)",
    ]);
  });
});

test("an Old Style day gives way to the Gregorian one and is noted", () => {
  const imported = importLines([
    {
      file: "wars",
      kind: "peace-treaty",
      date: "1812-05-16",
      parties: ["RU", "hist:ottoman-empire"],
      note: "Old Style date (28 May New Style)",
    },
  ]);
  expect(imported.events[0]?.draft).toMatchObject({ date: "1812-05-28", note: "Old Style 1812-05-16" });
});

describe("notes exchanged over weeks", () => {
  const british = {
    file: "treaties-gb",
    kind: "treaty-signed",
    parties: ["GB", "PT"],
    date: "1947-10-11",
    name: "Exchange of Notes regarding the Appointment of Doctors to Hospitals",
  } as const;
  const listed = {
    ...british,
    file: "treaties-wti-minor",
    date: "1947-10-16",
    name: "Exchange of notes: Appointment of doctors to hospitals",
  } as const;

  test("are one event, the other day noted, and the other's id leads to it", () => {
    const imported = importLines([british, listed]);
    expect(told(imported)).toEqual(["treaty-signed GB PT 1947-10-11 (1947-10-16)"]);
    expect(imported.events[0]?.former).toEqual(["gb-pt-1947-10-16-treaty-signed"]);
  });

  test("up to forty days apart", () => {
    const [near, far] = ["1947-11-20", "1947-11-21"].map((date) => importLines([british, { ...listed, date }]));
    expect([near, far].map((imported) => imported?.events.length)).toEqual([1, 2]);
  });

  test("are several where either could be another's too, where the words differ, or one list tells both", () => {
    const count = (...lines: readonly Parameters<typeof importLines>[0][number][]) => importLines(lines).events.length;
    expect(count(british, listed, { ...listed, date: "1947-10-25" })).toBe(3);
    expect(count(british, { ...listed, name: "Exchange of notes: Doctors and taxes of dockers" })).toBe(2);
    expect(count(british, { ...listed, name: "Protocol: Appointment of doctors to hospitals" })).toBe(2);
    expect(count(british, { ...british, date: "1947-10-16" })).toBe(2);
    const adopted = {
      ...british,
      file: "un-treaties",
      parties: ["org:un"],
      name: "Doctors Appointment Treaty",
    } as const;
    expect(count(adopted, { ...adopted, file: "treaties", date: "1947-10-16" })).toBe(2);
  });
});

test("a word that any paper has makes no two papers one", () => {
  const names = (other: string) =>
    importLines([
      {
        file: "treaties-gb",
        kind: "treaty-signed",
        parties: ["GB", "IN"],
        date: "1969-08-01",
        name: "Agreement between the European Economic Community and India on Trade in handicraft products",
      },
      {
        file: "treaties-wti",
        kind: "treaty-signed",
        parties: ["org:european-communities", "IN"],
        date: "1969-08-01",
        name: other,
      },
    ]).events.length;
  expect(names("Agreement: Cocoa products")).toBe(2);
  expect(names("Agreement: Handicraft products")).toBe(1);
});
