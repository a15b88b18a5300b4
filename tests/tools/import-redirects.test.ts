import { describe, expect, test } from "vitest";
import type { Row } from "../../tools/import/data-rows.ts";
import { redirectsAfter } from "../../tools/import/redirects.ts";
import { importLines, type Line } from "./lines.ts";

const wti = (name: string, more: object = {}): Line => ({
  file: "treaties-wti",
  kind: "treaty-signed",
  date: "1977-08-18",
  parties: ["US", "SL"],
  name,
  ...more,
});
const ids = (lines: readonly Line[]) => importLines(lines).events.map(({ id, draft }) => `${id}: ${draft.name ?? ""}`);

describe("a treaty that the Index has twice", () => {
  test("is one event, and who had an id keeps it", () => {
    const lines = [
      wti("Agreement: Agricultural commodities"),
      wti("Agreement: Sale of agricultural commodities"),
      wti("Agreement: Air transport services"),
    ];
    expect(ids(lines)).toEqual([
      "sl-us-1977-08-18-treaty-signed: Agreement on Agricultural commodities",
      "sl-us-1977-08-18-treaty-signed-3: Agreement on Air transport services",
    ]);
    expect(importLines(lines).events.map(({ former }) => former)).toEqual([["sl-us-1977-08-18-treaty-signed-2"], []]);
  });

  test.each([
    ["other figures", "Agreement: Loan for highway project 2", "Agreement: Loan for highway project 3"],
    ["other aircraft", "Agreement: Repair of j.35a29 jet engines", "Agreement: Repair of j.33a35 jet engines"],
    ["its protocol", "Agreement: Sale of agricultural commodities", "Protocol: Sale of agricultural commodities"],
    ["an extension", "Agreement: Scientific research in space", "Agreement: Extending scientific research in space"],
    ["words of its own in each", "Agreement: Tunnel at Somport pass", "Agreement: Bridge at Somport pass"],
    ["more than a word more", "Agreement: Social security", "Agreement: Social security for seamen and fishermen"],
  ])("%s makes two", (_, one, other) => {
    expect(ids([wti(one), wti(other)])).toHaveLength(2);
  });

  test("three that are alike are three", () => {
    const supplement = "Agreement: Supplement to scientific and technical cooperation";
    expect(
      ids([wti(supplement), wti(`${supplement} on meteorology`), wti(`${supplement} on telecommunications`)]),
    ).toHaveLength(3);
  });
});

test("of two treaties of one day each goes to the one that is liker", () => {
  const lines: readonly Line[] = [
    {
      file: "us-relations",
      kind: "treaty-signed",
      date: "1778-02-06",
      parties: ["US", "FR"],
      name: "Treaty of Amity and Commerce between the United States and France",
    },
    ...["Treaty of Alliance (France-United States)", "Treaty of Amity and Commerce (France-United States)"].map(
      (name): Line => ({ file: "treaties", kind: "treaty-signed", date: "1778-02-06", parties: ["US", "FR"], name }),
    ),
  ];
  expect(importLines(lines).events.map(({ draft }) => draft.facts.map(({ name }) => name?.slice(0, 15)))).toEqual([
    ["Treaty of Amity", "Treaty of Amity"],
    ["Treaty of Allia"],
  ]);
});

describe("ids that were given out", () => {
  const lines = [wti("Agreement: Agricultural commodities"), wti("Agreement: Sale of agricultural commodities")];
  const { events } = importLines(lines);
  const row = (id: string, more: Row = {}): Row => ({
    id,
    kind: "treaty-signed",
    date: "1977-08-18",
    parties: "SL US",
    ...more,
  });
  const after = (rows: readonly Row[], redirects: readonly Row[] = []) =>
    redirectsAfter({ events: rows, redirects }, events);
  const KEPT = "sl-us-1977-08-18-treaty-signed";

  test("lead to what their event became part of", () => {
    expect(after([row(KEPT), row(`${KEPT}-2`)])).toEqual({ rows: [[`${KEPT}-2`, KEPT]], lost: [] });
  });

  test("lead to the only one of the same kind, parties and day, whose name changed", () => {
    expect(after([row("an-old-name-1977-08-18-treaty-signed")]).rows).toContainEqual([
      "an-old-name-1977-08-18-treaty-signed",
      KEPT,
    ]);
  });

  test("are told where they lead nowhere, unless somebody redirected them", () => {
    const gone = row("be-fr-1960-01-01-treaty-signed", { date: "1960-01-01", parties: "BE FR" });
    expect(after([gone]).lost).toEqual(["be-fr-1960-01-01-treaty-signed"]);
    const byHand = { from: "be-fr-1960-01-01-treaty-signed", to: KEPT };
    expect(after([gone], [byHand]).lost).toEqual([]);
    expect(after([gone], [byHand]).rows).toContainEqual([byHand.from, KEPT]);
  });

  test("go on where their aim went, and an aim that is gone is told", () => {
    expect(after([], [{ from: "older", to: `${KEPT}-2` }]).rows).toContainEqual(["older", KEPT]);
    expect(after([], [{ from: "older", to: "gone" }]).lost).toEqual(["older"]);
  });

  test("that are given out again need no redirect", () => {
    expect(after([row(KEPT)], [{ from: KEPT, to: "elsewhere" }]).lost).toEqual([]);
  });
});
