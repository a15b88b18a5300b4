import { describe, expect, test } from "vitest";
import { isHosted } from "../../src/almanac/hosted.ts";
import { importLines, told } from "./lines.ts";

const signed = { file: "treaties", kind: "treaty-signed", date: "1998-07-17" } as const;
const hosted = { ...signed, parties: ["org:un"] } as const;

describe("treaties concluded under an organisation", () => {
  test("the organisation gives way to those who signed the same treaty that day, not another one", () => {
    const statute = { ...hosted, name: "Rome Statute of the International Criminal Court (adoption)" };
    const list = { ...signed, file: "treaties-environment-trade", parties: ["BE", "FR", "SN"] } as const;
    expect(told(importLines([statute, { ...list, name: "Rome Statute of the International Criminal Court" }]))).toEqual(
      ["treaty-signed BE FR SN 1998-07-17"],
    );
    expect(told(importLines([statute, { ...list, name: "Convention on the Protection of the Oder" }]))).toEqual([
      "treaty-signed BE FR SN 1998-07-17",
      "treaty-signed un 1998-07-17",
    ]);
  });

  test("states that have a line each are its signatories", () => {
    const agreement = { ...signed, date: "2016-04-22", name: "Paris Agreement" };
    const lines = ["SN", "BE", "FR"].map((party) => ({
      ...agreement,
      file: "treaties-paris" as const,
      parties: [party],
    }));
    expect(told(importLines([{ ...agreement, parties: ["org:un"] }, ...lines]))).toEqual([
      "treaty-signed BE FR SN 2016-04-22",
    ]);
  });

  test.each([
    ["Genocide Convention (adoption)", ["Genocide Convention"]],
    ["High Seas Treaty (BBNJ Agreement) opened for signature", ["High Seas Treaty (BBNJ Agreement)"]],
    ["Protocol of Signature", []],
  ])("%s is told as %s", (name, names) => {
    expect(importLines([{ ...hosted, name }]).events.map(({ draft }) => draft.name)).toEqual(names);
  });

  test.each([
    ["Convention on Early Notification of a Nuclear Accident", "treaty-signed"],
    ["Rio Declaration on Environment and Development", "declaration"],
    ["Draft Political Declaration of the High-level Meeting", undefined],
    ["Global Health and Foreign Policy", undefined],
  ])("the list of agreements has %s as %s", (name, kind) => {
    const { events } = importLines([{ ...hosted, file: "treaties-environment-trade", name }]);
    expect(events[0]?.draft.kind).toBe(kind);
  });

  test("many concluded a treaty of which only the host is known: a note says so", () => {
    const { events } = importLines([
      { ...hosted, parties: ["NL"], name: "First Hague Convention", note: "multilateral" },
    ]);
    expect(events.map(({ draft }) => [draft.note, isHosted(draft)])).toEqual([["by many states", true]]);
  });
});
