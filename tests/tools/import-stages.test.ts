import { describe, expect, test } from "vitest";
import { importLines, told } from "./lines.ts";

const wp = { file: "wp-relations", parties: ["BE", "KZ"], confidence: "medium" } as const;

describe("stages of a pair's history", () => {
  test.each([
    ["1990-06-01", "1994-01-01", ["relations-established BE KZ 1990-06-01 (1994-01-01)"]],
    ["1990-06-01", "1995-01-01", ["relations-established BE KZ 1990-06-01"]],
  ])("%s and %s: up to four years apart is a disagreement, more is another stage", (best, other, events) => {
    expect(
      told(
        importLines([
          { ...wp, date: best, confidence: "high" },
          { ...wp, date: other },
        ]),
      ),
    ).toEqual(events);
  });

  test("Germany's relations ended in 1945: earlier ones are established, later ones restored", () => {
    const pair = { ...wp, parties: ["DE", "RO"] };
    expect(
      told(
        importLines([
          { ...pair, date: "1967-01-31", confidence: "high" },
          { ...pair, date: "1880-02-20" },
        ]),
      ),
    ).toEqual(["relations-established DE RO 1880-02-20", "relations-restored DE RO 1967-01-31"]);
  });

  test("a war between the two is a break, though no list says that they broke off", () => {
    expect(
      told(
        importLines([
          { ...wp, date: "1901-01-01" },
          { ...wp, date: "1931-01-01", confidence: "high" },
          { file: "wars", kind: "war-declared", parties: ["BE", "KZ"], date: "1914-08-04" },
        ]),
      ),
    ).toEqual([
      "relations-established BE KZ 1901-01-01",
      "relations-restored BE KZ 1931-01-01",
      "war-declared BE KZ 1914-08-04",
    ]);
  });

  test("Montenegro of 2006 is a new state: nothing is restored", () => {
    const pair = { ...wp, parties: ["ME", "RU"], confidence: "high" };
    expect(
      told(
        importLines([
          { ...pair, date: "1838-02-23" },
          { ...pair, date: "2006-06-26" },
        ]),
      ),
    ).toEqual(["relations-established ME RU 1838-02-23", "relations-established ME RU 2006-06-26"]);
  });
});

describe("one headline a pair and lineage", () => {
  const tanganyika = { ...wp, parties: ["BI", "hist:tanganyika"], date: "1963" };

  test("Tanzania went on with Tanganyika's relations: the date is noted, or left out where it is years away", () => {
    const tanzania = { ...wp, parties: ["BI", "TZ"] };
    expect(told(importLines([tanganyika, { ...tanzania, date: "1965-09-09" }]))).toEqual([
      "relations-established BI tanganyika 1963 (1965-09-09)",
    ]);
    expect(told(importLines([tanganyika, { ...tanzania, date: "1975-09-09" }]))).toEqual([
      "relations-established BI tanganyika 1963",
    ]);
  });

  test("what was broken off in between is restored", () => {
    const events = importLines([
      { ...wp, parties: ["CN", "CD"], date: "1961-02-20" },
      { ...wp, parties: ["CN", "CD"], kind: "relations-severed", date: "1961-09-18" },
      { ...wp, parties: ["CN", "ZRCD"], date: "1972-11-24" },
    ]);
    expect(told(events)).toContain("relations-restored CN ZRCD 1972-11-24");
  });

  test("Korea after the Empire, and the Soviets after the Tsar, are other partners", () => {
    expect(
      told(
        importLines([
          { ...wp, parties: ["BE", "hist:korean-empire"], date: "1901-03-23" },
          { ...wp, parties: ["BE", "KR"], date: "1961-05-02" },
          { ...wp, parties: ["BE", "RU"], date: "1853-04-11" },
          { ...wp, parties: ["BE", "SUHH"], date: "1935-06-12" },
        ]),
      ),
    ).toHaveLength(4);
  });
});
