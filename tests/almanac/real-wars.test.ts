import { expect, test } from "vitest";
import { TIE_KINDS, tieOf } from "../../src/almanac/ties.ts";
import { pastFor } from "../../src/almanac/ties-past.ts";
import { mayGoOn } from "../../src/almanac/ties-wars.ts";
import { realAlmanac } from "../digest/real-almanac.ts";

/** The wars of two states that are being fought, as far as the archive goes: the only ones of which no end or outcome may be told. */
const GO_ON = ["RU UA 2022"];

const TODAY = { precision: "day", year: 2026, month: 11, day: 22 } as const;

test("of all wars between two only those that are being fought are told as going on", () => {
  const almanac = realAlmanac();
  const shown = new Map<string, string[]>();
  for (const { code, type } of almanac.parties.all) {
    if (type === "organisation") continue;
    for (const each of almanac.parties.lineageOf(code)) shown.set(each, [...(shown.get(each) ?? []), code]);
  }
  const begun = almanac.find({ kinds: ["war-began", "war-declared", "war-entered"] }, { order: "date" }).items;
  const pairs = new Set(
    begun.flatMap(({ parties: [one, other = one] }) =>
      (shown.get(one) ?? []).flatMap((a) => (shown.get(other) ?? []).map((b) => [a, b].sort().join(" "))),
    ),
  );
  expect(pairs.size).toBeGreaterThan(300);
  const goOn = [...pairs].flatMap((both) => {
    const [one = "", other = ""] = both.split(" ");
    const of = { parties: [one, other], match: "all", kinds: TIE_KINDS } as const;
    const { wars } = tieOf(
      almanac.find(of, { order: "date" }).items,
      one,
      other,
      pastFor([one, other], almanac.parties),
    );
    return wars.filter((war) => mayGoOn(war, TODAY)).map(({ began }) => `${both} ${began.date.year}`);
  });
  expect(goOn).toEqual(GO_ON);
});
