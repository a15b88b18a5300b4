import { describe, expect, test } from "vitest";
import { importLines, told } from "./lines.ts";

const wp = { file: "wp-relations", parties: ["BE", "KZ"], confidence: "medium" } as const;

describe("one headline establishment a pair", () => {
  test("seeds win, the other date is noted", () => {
    const imported = importLines([
      { file: "seeds", date: "1992-08-25", parties: ["KZ", "BE"] },
      { ...wp, date: "1992-12-31", confidence: "high" },
    ]);
    expect(told(imported)).toEqual(["relations-established BE KZ 1992-08-25 (1992-12-31)"]);
    expect(imported.events[0]?.draft.references).toHaveLength(2);
  });

  test("the US Historian wins for the United States only", () => {
    const lines = (other: string) => [
      { file: "us-relations", date: "1920-05-05", parties: ["US", other] } as const,
      { file: "wp-relations", date: "1919-03-03", parties: [other, "US"], confidence: "high" } as const,
    ];
    expect(told(importLines(lines("BE")))).toEqual(["relations-established BE US 1920-05-05 (1919-03-03)"]);
  });

  test("two articles beat one; the bilateral table breaks a tie; else the earliest", () => {
    const table = {
      ...wp,
      note: "dates differ between sources: 1990-01-01 / 1990-06-01; this one also in the bilateral table",
    };
    expect(
      told(
        importLines([
          { ...wp, date: "1990-01-01" },
          { ...wp, date: "1990-06-01", confidence: "high" },
        ]),
      ),
    ).toEqual(["relations-established BE KZ 1990-06-01 (1990-01-01)"]);
    expect(
      told(
        importLines([
          { ...wp, date: "1990-01-01" },
          { ...table, date: "1990-06-01" },
        ]),
      ),
    ).toEqual(["relations-established BE KZ 1990-06-01 (1990-01-01)"]);
    expect(
      told(
        importLines([
          { ...wp, date: "1990-06-01" },
          { ...wp, date: "1990-01-01" },
        ]),
      ),
    ).toEqual(["relations-established BE KZ 1990-01-01 (1990-06-01)"]);
  });

  test("a low line never wins, and alone it stays low", () => {
    const low = { ...wp, date: "1989-01-01", confidence: "low" };
    expect(told(importLines([low, { ...wp, date: "1990-06-01" }]))).toEqual([
      "relations-established BE KZ 1990-06-01 (1989-01-01)",
    ]);
    expect(importLines([low]).events[0]?.draft.confidence).toBe("low");
  });

  test("a year that says no more than the day adds no other date", () => {
    expect(
      told(
        importLines([
          { ...wp, date: "1990" },
          { ...wp, date: "1990-06-01" },
        ]),
      ),
    ).toEqual(["relations-established BE KZ 1990-06-01"]);
  });

  test("after a break it is a restoration", () => {
    const severed = {
      file: "wp-relations",
      kind: "relations-severed",
      parties: ["BE", "KZ"],
      date: "1995-01-01",
    } as const;
    expect(told(importLines([{ ...wp, date: "1990-06-01" }, severed, { ...wp, date: "1999-02-02" }]))).toEqual([
      "relations-established BE KZ 1990-06-01",
      "relations-restored BE KZ 1999-02-02",
      "relations-severed BE KZ 1995-01-01",
    ]);
  });

  test("the date of a recognition is not noted as another establishment", () => {
    const recognition = {
      file: "wp-relations",
      kind: "recognition",
      parties: ["BE", "KZ"],
      date: "1991-12-31",
    } as const;
    const lines = [{ ...wp, date: "1992-08-25", confidence: "high" }, { ...wp, date: "1991-12-31" }, recognition];
    expect(told(importLines(lines))).toEqual([
      "recognition BE KZ 1991-12-31",
      "relations-established BE KZ 1992-08-25",
    ]);
  });

  test("what the Baltic states had before 1940 was restored in 1991", () => {
    const treaty = {
      file: "treaties-wti",
      kind: "treaty-signed",
      parties: ["EE", "SE"],
      date: "1925-03-28",
      name: "Treaty: Conciliation",
    } as const;
    const again = { file: "wp-relations", parties: ["EE", "SE"], date: "1991-08-28" } as const;
    expect(told(importLines([treaty, again]))).toContain("relations-restored EE SE 1991-08-28");
    expect(told(importLines([again]))).toContain("relations-established EE SE 1991-08-28");
  });

  test("a date on a state's own first day is medium and loses a tie", () => {
    const first = { file: "independence", kind: "independence", parties: ["KZ", "SUHH"], date: "1991-12-16" } as const;
    const own = { ...wp, date: "1991-12-16", confidence: "high" };
    expect(
      importLines([first, own]).events.find(({ draft }) => draft.kind === "relations-established")?.draft.confidence,
    ).toBe("medium");
    expect(told(importLines([first, own, { ...wp, date: "1992-02-02", confidence: "high" }]))).toContain(
      "relations-established BE KZ 1992-02-02 (1991-12-16)",
    );
  });

  test("articles' references become further sources, official pages first, those without an address not at all", () => {
    const cites = [
      { article: "Belgium", title: "A book" },
      { article: "Belgium", title: "News", url: "https://news.example.com/a" },
      { article: "Kazakhstan", title: "Relations", publisher: "Ministry", url: "https://mfa.gov.kz/b" },
    ];
    const imported = importLines(
      [{ ...wp, date: "1992-08-25" }],
      [{ date: "1992-08-25", parties: ["KZ", "BE"], cites }],
    );
    expect(imported.events[0]?.draft.references.map(({ name }) => name)).toEqual([
      "Page wp-relations 0",
      "Ministry: Relations",
      "news.example.com: News",
    ]);
  });
});
