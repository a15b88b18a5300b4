import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { importLines, type Line, told } from "./lines.ts";

/** Acts that undo each other between two parties, with the files that tell of them. */
const HISTORIES: readonly (readonly [Line["file"], readonly string[], readonly string[]])[] = [
  ["org-memberships", ["joined", "left"], ["PK", "org:commonwealth"]],
  ["diplomatic-incidents", ["relations-severed", "relations-restored"], ["SN", "IR"]],
  ["diplomatic-incidents", ["relations-suspended", "relations-restored"], ["SN", "IR"]],
  ["wp-relations", ["relations-established", "relations-severed"], ["BE", "KZ"]],
  ["wp-relations", ["relations-established", "relations-severed", "relations-restored"], ["BE", "KZ"]],
  ["wp-relations", ["recognition", "relations-severed"], ["BE", "KZ"]],
  ["diplomatic-incidents", ["embassy-opened", "embassy-closed"], ["BE", "KZ"]],
  ["diplomatic-incidents", ["mission-opened", "mission-closed"], ["BE", "KZ"]],
  ["independence", ["state-founded", "state-dissolved"], ["PL"]],
  ["independence", ["independence", "state-dissolved"], ["PL"]],
  ["wars", ["war-began", "fighting-ended"], ["IN", "PK"]],
  ["wars", ["troops-deployed", "troops-withdrawn"], ["US", "LB"]],
];

/** What must lie between for an act to be done again. Relations that were broken off are not taken up by a recognition. */
function undoneBy(kinds: readonly string[], act: string): readonly string[] {
  if (act === "relations-restored") return kinds.filter((kind) => /severed|suspended/.test(kind));
  return kinds.filter((kind) => kind !== act && kind !== "recognition");
}

const DAY = 86_400_000;
const START = Date.parse("1950-01-01T00:00Z");
const dayAfter = (days: number): string => new Date(START + days * DAY).toISOString().slice(0, 10);

describe("history that repeats itself", () => {
  test("no event is told of what lies before and after its undoing", () => {
    assert(
      property(
        constantFrom(...HISTORIES),
        array(integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 9 }),
        ([file, kinds, parties], gaps) => {
          let day = 0;
          const lines = gaps.map((gap, index): Line => {
            day += gap;
            return { file, kind: kinds[index % kinds.length] ?? "", parties, date: dayAfter(day) };
          });
          for (const { draft } of importLines(lines).events) {
            const dates = draft.facts.map(({ date }) => date).toSorted();
            const [from = "", to = ""] = [dates[0], dates.at(-1)];
            const between = lines.filter(
              ({ kind = "", date }) =>
                from < date && date < to && draft.facts.some((fact) => undoneBy(kinds, fact.kind).includes(kind)),
            );
            expect(between).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a joining forty years later is another one, even where no file tells when it left", () => {
    const joined = { file: "org-memberships", kind: "joined", parties: ["PK", "org:commonwealth"] } as const;
    expect(
      told(
        importLines([
          { ...joined, date: "1947-08-14" },
          { ...joined, date: "1949-08-14" },
          { ...joined, date: "1989-08-02", note: "readmission" },
        ]),
      ),
    ).toEqual(["joined PK commonwealth 1947-08-14 (1949-08-14)", "joined PK commonwealth 1989-08-02"]);
  });
});
