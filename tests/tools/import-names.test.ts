import { array, assert, constantFrom, oneof, property, string, stringMatching } from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanName } from "../../tools/import/name.ts";
import { mendHalfWord } from "../../tools/import/name-cut.ts";
import { withDashes } from "../../tools/import/treaty-names.ts";
import type { Vocabulary } from "../../tools/import/vocabulary.ts";

describe("names", () => {
  test.each([
    ["Agreem: Trade", "Agreement: Trade"],
    ["Exchan: Visas", "Exchange of notes: Visas"],
    ["Convention: On social security", "Convention on social security"],
    ["Treaty: Treaty of friendship", "Treaty of friendship"],
    ["FOOD ASSISTANCE CONVENTION", "Food assistance convention"],
    ["Agreement: A.i.d. loan for roads", "Agreement: AID loan for roads"],
    ["Loan Agreement ( Ireland )", "Loan Agreement (Ireland)"],
    ["Agreement respecting Trade and Clearing [With Protocol", "Agreement respecting Trade and Clearing"],
    ["Air Services  Agreement ( WLE 20/1 (17) 1975 )", "Air Services Agreement"],
    ["Recognition of Papua new guinea", "Recognition of Papua New Guinea"],
    ["Agreement: Cooperation between ministries of justice", "Agreement: Cooperation between ministries of justice"],
    ["START II", "START II"],
    ["Treaty on extradation", "Treaty on extradition"],
    ["Exchange of Notes betweenthe two Governments", "Exchange of Notes between the two Governments"],
    ["Agreement on Internation transport", "Agreement on International transport"],
    ["Decision constituting DANZIG a Free City", "Decision constituting Danzig a Free City"],
    ["Agreement with NationsBank", "Agreement with NationsBank"],
    ["Treaty of friendship commerce and navigation", "Treaty of friendship, commerce and navigation"],
    [
      "Pact of friendship conciliation arbitration and judicial settlement",
      "Pact of friendship, conciliation, arbitration and judicial settlement",
    ],
    ["Treaty of peace, friendship and trade", "Treaty of peace, friendship and trade"],
    ["Agreement on trade cooperation and a trade office", "Agreement on trade cooperation and a trade office"],
    ["Treaty on trade", "Treaty on trade"],
    ["Pact on trade economic cooperation and transport", "Pact on trade, economic cooperation and transport"],
  ])("%s becomes %s", (from, to) => {
    expect(cleanName(from)).toBe(to);
  });

  test.each([
    ["Fisheries Partnership Agreement between the European Community…", "Fisheries Partnership Agreement"],
    ["Agreement on Nuclear Accidents and Exchange of Information…", "Agreement on Nuclear Accidents"],
    ["Notes exempting Danish Nationals from the necessity of obtaining visas…", "Notes exempting Danish Nationals"],
    ["Convention between Belgium and Spain, for the prevention of…", "Convention between Belgium and Spain"],
    ["Agreement concerning Commerce and Fishing in regard to the…", "Agreement concerning Commerce and Fishing"],
    [
      "Agreement on supplement to the European convention on mutual",
      "Agreement on supplement to the European convention",
    ],
    [
      "Convention concerning Fishing in the Channel between the Government of France and the Government of the…",
      "Convention concerning Fishing in the Channel",
    ],
    [
      "Exchange of Notes on Visas between the Government of the United Kingdom of Great Britain and Northern Ireland and the Government of the French…",
      "Exchange of Notes on Visas",
    ],
    ["Protocol on Trade and Payments of 1921 as amended on 3…", "Protocol on Trade and Payments of 1921"],
    ["Agreement on Taxes on Income signed at London on the…", "Agreement on Taxes on Income"],
    ["Agreement on Telegraphic Correspondence exchanged, by way of the…", "Agreement on Telegraphic Correspondence"],
  ])("what an ellipsis cut short loses its broken phrase: %s", (from, to) => {
    expect(cleanName(from)).toBe(to);
  });

  test("a name read in the wrong encoding is no name", () => {
    expect(cleanName("Bridge between Sant Julio?= de Lo?=ria and Farga")).toBeUndefined();
    expect(cleanName("… …")).toBeUndefined();
  });

  test("half a word at a column's end is completed where there is no doubt of it, else it goes; a whole word stays", () => {
    const vocabulary: Vocabulary = {
      isWord: (word) => ["industrial", "productivity", "tariffs"].includes(word),
      completed: (before, beginning) => (`${before} ${beginning}` === "technical cooperat" ? "cooperation" : undefined),
    };
    const cut = "Liquidation of the american center for industrial productivit";
    expect(cut).toHaveLength(61);
    expect(mendHalfWord(`Agreement: ${cut}`, vocabulary)).toBe(
      "Agreement: Liquidation of the american center for industrial",
    );
    const half = "Mixed commission for economic scientific and technical cooperat";
    expect(half).toHaveLength(63);
    expect(mendHalfWord(`Agreement: ${half}`, vocabulary)).toBe(`Agreement: ${half}ion`);
    const whole = "Exchange of lists of goods that are to be freed of all tariffs";
    expect(whole).toHaveLength(62);
    expect(mendHalfWord(`Agreement: ${whole}`, vocabulary)).toBe(`Agreement: ${whole}`);
    expect(mendHalfWord("Agreement: Trade in productivit", vocabulary)).toBe("Agreement: Trade in productivit");
  });

  const word = constantFrom(
    ..."Agreement TREATY between the and of (with [Annex) \"Accord Exchan FRIENDSHIP COOPERATION … ... Chad's o?= 1921, uk".split(
      " ",
    ),
  );
  const name = oneof(
    array(word, { maxLength: 40 }).map((words) => words.join(" ")),
    string({ maxLength: 300 }),
  );

  test("no name ends in an ellipsis, has unbalanced brackets, odd spaces, or is longer than 160", () => {
    assert(
      property(name, (text) => {
        const cleaned = cleanName(text);
        if (cleaned === undefined) return;
        expect(cleaned).not.toMatch(/…|\.{3}|\s{2}|^\s|\s$|[\n\r\t]/);
        expect(cleaned.length).toBeLessThanOrEqual(160);
        for (const [open, close] of ["()", "[]"]) {
          expect(cleaned.split(open ?? "").length).toBe(cleaned.split(close ?? "").length);
        }
        expect((cleaned.match(/"/g) ?? []).length % 2).toBe(0);
      }),
    );
  });

  test("no name of several long words is all capitals", () => {
    const shout = array(stringMatching(/^[A-Z]{7,12}$/), { minLength: 2, maxLength: 6 });
    assert(
      property(shout, (words) => {
        const cleaned = cleanName(words.join(" ")) ?? "";
        expect(cleaned).not.toBe(cleaned.toUpperCase());
      }),
    );
  });

  test("a name that is clean stays as it is", () => {
    assert(
      property(name, (text) => {
        const once = cleanName(text);
        if (once !== undefined) expect(cleanName(once)).toBe(once);
      }),
    );
  });
});

test.each([
  ["EFTA Georgia trade agreement", "EFTA–Georgia trade agreement"],
  ["Iceland Norway UK trade agreement", "Iceland–Norway–UK trade agreement"],
  ["EC South Africa trade agreement", "EC–South Africa trade agreement"],
  ["Pacific Alliance trade agreement", "Pacific Alliance trade agreement"],
  ["Papua New Guinea trade agreement", "Papua New Guinea trade agreement"],
])("parties that a list puts side by side are told apart: %s", (from, to) => {
  expect(withDashes(from)).toBe(to);
});
