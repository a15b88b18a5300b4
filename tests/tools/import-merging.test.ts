import { describe, expect, test } from "vitest";
import { importLines, told } from "./lines.ts";

describe("the same fact from several files", () => {
  test("the same treaty of two lists is one event with both sources; two treaties of one list are two", () => {
    const gb = { file: "treaties-gb", kind: "treaty-signed", parties: ["GB", "BE"], date: "1950-01-02" } as const;
    const wti = { ...gb, file: "treaties-wti" } as const;
    const imported = importLines([
      { ...gb, name: "Convention for the Exchange of Parcels" },
      { ...gb, name: "Convention on Social Security" },
      { ...wti, name: "Convention: Social security" },
      { ...wti, name: "Agreement: Air services" },
    ]);
    expect(imported.events.map(({ draft }) => draft.references.length).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
  });

  test.each([
    ["Simla Agreement", "Agreement: Bilateral relations", 1],
    ["Treaty of Osimo", "Treaty: Frontier", 1],
    ["Agreement", "Convention: Judicial", 1],
    ["Civil Procedure", "Convention: Civil law", 1],
    ["Provisional Trade Agreement", "Agreement: Payments", 2],
    ["Border Defence Cooperation Agreement", "Memorandum: Water resources", 2],
    ["Treaty of Osimo", "Agreement: Economic development", 2],
    ["Agreement between Argentina and Paraguay on Falls", "Exchange of notes: Paraguayan workers in Argentina", 2],
  ])(
    "where each list has but one treaty of that pair and day, they are one unless each says what was agreed and no word is common: %s, %s",
    (name, other, count) => {
      const line = { kind: "treaty-signed", parties: ["AR", "PY"], date: "1950-01-02" } as const;
      const imported = importLines([
        { ...line, file: "treaties", name },
        { ...line, file: "treaties-wti", name: other },
      ]);
      expect(imported.events).toHaveLength(count);
    },
  );

  test("a severance told two days apart is one; after a restoration it is another", () => {
    const severed = { file: "diplomatic-incidents", kind: "relations-severed", parties: ["SN", "IR"] } as const;
    const restored = {
      file: "wp-relations",
      kind: "relations-restored",
      parties: ["IR", "SN"],
      date: "2011-06-01",
    } as const;
    expect(
      told(
        importLines([
          { ...severed, date: "2011-02-23" },
          { ...severed, file: "wp-relations", date: "2011-02-22" },
        ]),
      ),
    ).toEqual(["relations-severed SN IR 2011-02-23 (2011-02-22)"]);
    expect(
      told(importLines([{ ...severed, date: "2011-02-23" }, restored, { ...severed, date: "2011-09-09" }])),
    ).toHaveLength(3);
  });

  test("recognition has a direction", () => {
    const recognition = { file: "wp-relations", kind: "recognition", date: "1991-01-01" } as const;
    expect(
      importLines([
        { ...recognition, parties: ["IS", "LT"] },
        { ...recognition, parties: ["LT", "IS"] },
      ]).events,
    ).toHaveLength(2);
  });

  test("independence told with and without the state it was from is one event, with both", () => {
    const own = { file: "us-relations", kind: "independence", parties: ["DJ"], date: "1977-06-27" } as const;
    const from = { file: "independence", kind: "independence", parties: ["DJ", "FR"], date: "1977-06-27" } as const;
    expect(told(importLines([own, from]))).toEqual(["independence DJ FR 1977-06-27"]);
  });

  test("two visits of one person are two; two lists of one visit are one; who came along is in the same visit", () => {
    const visit = { file: "us-visits-out", kind: "visit", parties: ["US", "CN"] } as const;
    const nixon = [{ name: "Richard M. Nixon", office: "President" }];
    const rogers = [{ name: "William P. Rogers", office: "Secretary of State" }];
    const imported = importLines([
      { ...visit, date: "1972-02-21", who: nixon },
      { ...visit, date: "1976-02-21", who: nixon },
      { ...visit, date: "1972-02-21", who: rogers, name: "accompanying the President" },
      { ...visit, file: "diplomatic-incidents", date: "1972-02-22", name: "Nixon visit to China" },
    ]);
    expect(told(imported)).toEqual(["visit US CN 1972-02-21 (1972-02-22)", "visit US CN 1976-02-21"]);
    expect(imported.events[0]?.draft.people.map(({ name }) => name)).toEqual(["Richard M. Nixon", "William P. Rogers"]);
    expect(imported.events[0]?.draft.name).toBe("Nixon visit to China");
  });

  test("the sort of a visit is its rank, not its name; the conference is its name, not a note", () => {
    const visit = {
      file: "us-visits-in",
      kind: "visit",
      parties: ["ES", "US"],
      date: "2008-11-14",
      who: [{ name: "A" }],
    } as const;
    const plain = importLines([{ ...visit, name: "official visit", rank: "official" }]).events[0]?.draft;
    expect([plain?.name, plain?.rank, plain?.note]).toEqual([undefined, "official", undefined]);
    const summit = importLines([{ ...visit, name: "summit", rank: "summit", note: "G-20 Economic Summit" }]).events[0]
      ?.draft;
    expect([summit?.name, summit?.note]).toEqual(["G-20 Economic Summit", undefined]);
  });

  test("a state joins an organisation once until it leaves; the exact date stands", () => {
    const joined = { file: "org-memberships", kind: "joined", parties: ["BA", "org:coe"] } as const;
    const left = { ...joined, kind: "left", date: "2010-01-01" } as const;
    expect(
      told(
        importLines([
          { ...joined, date: "2002" },
          { ...joined, date: "2002-04-24" },
        ]),
      ),
    ).toEqual(["joined BA coe 2002-04-24"]);
    expect(
      told(importLines([{ ...joined, date: "2002-04-24" }, left, { ...joined, date: "2012-04-24" }])),
    ).toHaveLength(3);
  });

  test("a peace that one list files as a treaty is one event", () => {
    const imported = importLines([
      {
        file: "wars",
        kind: "peace-treaty",
        parties: ["US", "MX"],
        date: "1848-02-02",
        name: "Treaty of Guadalupe Hidalgo",
      },
      {
        file: "treaties",
        kind: "treaty-signed",
        parties: ["MX", "US"],
        date: "1848-02-02",
        name: "Treaty of Guadalupe Hidalgo",
      },
    ]);
    expect(told(imported)).toEqual(["peace-treaty MX US 1848-02-02"]);
  });

  test("a treaty that lists give with different parties is one event with all of them", () => {
    const treaty = { kind: "treaty-signed", date: "1949-04-04", name: "North Atlantic Treaty" } as const;
    const imported = importLines([
      { ...treaty, file: "treaties", parties: ["BE", "CA", "DK", "FR"] },
      { ...treaty, file: "treaties-gb", parties: ["BE", "CA", "FR", "GB"] },
      { ...treaty, file: "un-treaties", parties: ["CA"] },
      { ...treaty, file: "un-treaties", parties: ["IS"] },
    ]);
    expect(imported.events.map(({ draft }) => draft.parties.length).toSorted((a, b) => a - b)).toEqual([1, 5]);
  });
});

describe("what is not the same treaty", () => {
  test("a protocol to a treaty, and another treaty of the same list that names it", () => {
    const signed = { kind: "treaty-signed", date: "2002-12-03", parties: ["BA", "HR", "SI", "CSXX"] } as const;
    const name = "Framework Agreement on the Sava River Basin";
    const ggo = { ...signed, file: "treaties-environment-trade" } as const;
    const imported = importLines([
      { ...ggo, name },
      { ...ggo, name: "Navigation Regime of the Framework Agreement on the Sava River Basin" },
      { ...signed, file: "treaties", name: `Protocol to the ${name}` },
    ]);
    expect(imported.events).toHaveLength(3);
  });
});

describe("facts in our words", () => {
  test.each([
    ["Leaves the fighting: World War II", "fighting-ended"],
    ["Bombing of the U.S. Embassy in Nairobi", "incident"],
    ["U.S. Ambassador recalled from Minsk", "ambassador-recalled"],
    ["Handover of Hong Kong", "territory-transferred"],
    ["Schuman Declaration", "declaration"],
  ])("kind other, %s, is %s", (name, kind) => {
    expect(
      importLines([{ file: "wars", kind: "other", parties: ["BE", "DE"], date: "1940-05-28", name }]).events[0]?.draft
        .kind,
    ).toBe(kind);
  });

  test("notes of the collectors' machinery go, dates in them stay", () => {
    const [event] = importLines([
      {
        file: "diplomatic-incidents",
        kind: "recognition",
        parties: ["SI", "PS"],
        date: "2024-06-04",
        note: "another list gives 2024-06-05; provisional government",
      },
    ]).events;
    expect([event?.draft.note, event?.draft.otherDates]).toEqual(["provisional government", ["2024-06-05"]]);
  });

  test("codes are those of data/parties/, with the name of the time", () => {
    const [texas, jordan] = importLines([
      { file: "us-relations", kind: "recognition", parties: ["US", "hist:republic-of-texas"], date: "1837-03-03" },
      {
        file: "treaties-wti",
        kind: "treaty-signed",
        parties: ["TR", "JO"],
        date: "1937-01-11",
        name: "Treaty: Friendship",
      },
    ]).events;
    expect(texas?.draft.parties).toEqual(["US", "texas"]);
    expect([jordan?.draft.parties, jordan?.draft.namesThen.get("transjordan")]).toEqual([
      ["TR", "transjordan"],
      "Transjordan",
    ]);
  });

  test("a treaty of Canada in the British list is Canada's from 1926 on", () => {
    const treaty = {
      file: "treaties-gb",
      kind: "treaty-signed",
      parties: ["GB", "US"],
      name: "Exchange of Notes between Canada and the United States",
    } as const;
    expect(importLines([{ ...treaty, date: "1947-12-24" }]).events[0]?.draft.parties).toEqual(["CA", "US"]);
    expect(importLines([{ ...treaty, date: "1906-12-24" }]).events[0]?.draft.parties).toEqual(["GB", "US"]);
  });
});
