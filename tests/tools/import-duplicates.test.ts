import { describe, expect, test } from "vitest";
import { importLines, told } from "./lines.ts";

describe("one act that lists date, name or file in two ways", () => {
  const wp = { file: "wp-relations", parties: ["CU", "SUHH"], confidence: "high" } as const;

  test("established in one list and restored in the other within a month: restored, the other date noted", () => {
    const imported = importLines([
      { ...wp, date: "1960-05-08" },
      { ...wp, file: "relations-wti", kind: "relations-restored", date: "1960-05-10", confidence: "medium" },
    ]);
    expect(told(imported)).toEqual(["relations-restored CU SUHH 1960-05-08 (1960-05-10)"]);
  });

  test("what lies further apart stays two stages", () => {
    const imported = importLines([
      { ...wp, date: "1942-10-14" },
      { ...wp, file: "relations-wti", kind: "relations-restored", date: "1960-05-08", confidence: "medium" },
    ]);
    expect(told(imported)).toEqual([
      "relations-established CU SUHH 1942-10-14",
      "relations-restored CU SUHH 1960-05-08",
    ]);
  });

  test("the US Historian tells an establishment from a restoration for the United States", () => {
    const imported = importLines([
      { file: "us-relations", parties: ["US", "VA"], date: "1984-01-10" },
      { file: "diplomatic-incidents", kind: "relations-restored", parties: ["US", "VA"], date: "1984-01-10" },
    ]);
    expect(told(imported)).toEqual(["relations-established US VA 1984-01-10"]);
  });

  const founded = { kind: "state-founded", parties: ["DE"], name: "Federal Republic of Germany" } as const;

  test("a state is founded once under one name, on the day that its own history gives", () => {
    const imported = importLines([
      { ...founded, file: "us-relations", date: "1949-09-21" },
      { ...founded, file: "independence", date: "1949-05-23" },
    ]);
    expect(told(imported)).toEqual(["state-founded DE 1949-05-23 (1949-09-21)"]);
  });

  test("under another name it is founded again", () => {
    const imported = importLines([
      { ...founded, file: "independence", parties: ["HU"], name: "First Republic", date: "1918-11-16" },
      { ...founded, file: "independence", parties: ["HU"], name: "Kingdom", date: "1919-03-01" },
    ]);
    expect(imported.events).toHaveLength(2);
  });

  test("a treaty known to the month and the same treaty known to the day are one; another of that month is not", () => {
    const treaty = { kind: "treaty-signed", parties: ["BE", "RU"] } as const;
    const imported = importLines([
      { ...treaty, file: "seeds", date: "1993-12", name: "Treaty of Concord and Cooperation" },
      { ...treaty, file: "treaties-wti", date: "1993-12-08", name: "Treaty: Harmony and cooperation" },
      { ...treaty, file: "treaties-wti", date: "1993-12-20", name: "Agreement: Double taxation" },
    ]);
    expect(told(imported)).toEqual(["treaty-signed BE RU 1993-12 (1993-12-08)", "treaty-signed BE RU 1993-12-20"]);
  });

  test("who joined the CSCE joined it under the name of then", () => {
    const { events } = importLines([
      { file: "org-memberships", kind: "joined", parties: ["AT", "org:osce"], date: "1973-06-25", note: "CSCE" },
    ]);
    expect([...(events[0]?.draft.namesThen ?? [])]).toEqual([
      ["osce", "Conference on Security and Co-operation in Europe"],
    ]);
    expect(events[0]?.draft.note).toBeUndefined();
  });
});

describe("the World Treaty Index", () => {
  const index = { file: "treaties-wti", kind: "peace-treaty" } as const;

  test("an agreement about a peace is no peace; a peace of two states is", () => {
    const imported = importLines([
      { ...index, date: "1952-01-24", parties: ["BE", "IT"], name: "Agreement: PEACE TREATY (10 February 1947)" },
      { ...index, date: "1952-06-09", parties: ["IN", "JP"], name: "Treaty of peace" },
    ]);
    expect(told(imported)).toEqual(["peace-treaty IN JP 1952-06-09", "treaty-signed BE IT 1952-01-24"]);
    const [about] = imported.events.filter(({ draft }) => draft.kind === "treaty-signed");
    expect(about?.draft.name).toBe("Agreement concerning the Peace Treaty of 10 February 1947");
  });

  test("its source is a page that opens, and says that it is a data set", () => {
    const url = "https://github.com/humlab/the_culture_of_international_relations/blob/main/legacy/documents.zip";
    const { events } = importLines([
      { ...index, date: "1952-06-09", parties: ["IN", "JP"], name: "Treaty of peace", source: { name: "WTI", url } },
    ]);
    const [page] = events[0]?.draft.references ?? [];
    expect(page?.url).toBe(url);
    expect(page?.name).toMatch(/^World Treaty Index, .*: data set, no page of its own$/);
  });
});

describe("names of treaties", () => {
  const index = { file: "treaties-wti", kind: "treaty-signed", parties: ["DE", "IN"] } as const;
  const nameOf = (name: string, place?: string) => {
    const visit = { file: "us-visits-out", kind: "visit", parties: ["US", "IN"], date: "1959-12-09", place } as const;
    const { events } = importLines([{ ...index, date: "1960-01-02", name }, ...(place === undefined ? [] : [visit])]);
    return events.find(({ draft }) => draft.kind === "treaty-signed")?.draft.name;
  };

  test("a town that another list has as a place gets its capitals, a word does not", () => {
    expect(nameOf("Agreement: Loan for a hospital in new delhi", "New Delhi")).toMatch(/ in New Delhi$/);
    expect(nameOf("Agreement: Loan for a hospital in new delhi", "Agra")).toMatch(/ in new delhi$/);
    expect(nameOf("Agreement: Concordat with canton of freiburg", "Canton")).toMatch(/ canton of freiburg$/);
  });

  test("abbreviations are written out", () => {
    expect(nameOf("Agreement: App. of safeguards in connection w/ treaty of 1968")).toMatch(
      /application of safeguards in connection with treaty of 1968$/i,
    );
    expect(nameOf("Agreement: Culture, ed. & info. exchange")).toMatch(/Culture, education & information exchange$/);
  });

  test("a trade agreement does not name the two parties that the row has", () => {
    const { events } = importLines([
      {
        file: "treaties-environment-trade",
        kind: "treaty-signed",
        parties: ["AM", "RU"],
        date: "1992-09-30",
        name: "Armenia Russian Federation trade agreement",
      },
    ]);
    expect(events[0]?.draft.name).toBe("Trade agreement");
  });
});
