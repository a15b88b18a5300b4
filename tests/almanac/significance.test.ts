import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tierOf } from "../../src/almanac/anniversary.ts";
import type { Event } from "../../src/almanac/event.ts";
import { isRoutine, isRoutineOccasion } from "../../src/almanac/routine.ts";
import { roundness, type SignificanceContext, significanceOf, weigh } from "../../src/almanac/significance.ts";
import { event } from "./events.ts";
import { JUDGEMENT } from "./judgement.ts";

const KNOWN = { judgement: JUDGEMENT, parties: { party: () => undefined } };

/** An archive in which every party has 400 events, 8 of them with any other. */
const EVEN: SignificanceContext = { ...KNOWN, pairCount: () => 8, partyCount: () => 400 };

function ofYears(text: string, years: number, more: Partial<Event> = {}): number {
  const what = event(text, more);
  return significanceOf(weigh({ lead: what, others: [] }, EVEN), years);
}

const DAY_PAGE = {
  sources: [{ id: "wp-april-4", name: "Wikipedia: April 4", url: "https://example.org/", publisher: "Wikipedia" }],
} as const;
const REGISTER = {
  sources: [{ id: "uk-treaty-1", name: "UK Treaties Online", url: "https://example.org/", publisher: "fcdo.gov.uk" }],
} as const;

describe("roundness", () => {
  test("a rounder count never weighs less", () => {
    const counts = fc.integer({ min: 1, max: 1200 });
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        if (tierOf(one) > tierOf(other)) expect(roundness(one)).toBeGreaterThanOrEqual(roundness(other));
      }),
    );
  });

  test("past a century fives are marked less than tens, and both less than before it", () => {
    expect(roundness(115)).toBeLessThan(roundness(110) * 0.8);
    expect(roundness(110)).toBeLessThan(roundness(90));
    expect(roundness(115)).toBeLessThan(roundness(95) * 0.8);
  });

  test("60, 70, 75, 125 and 150 are marked more than their tier", () => {
    for (const [marked, plain] of [
      [60, 80],
      [70, 90],
      [75, 225],
      [125, 275],
      [150, 350],
    ] as const)
      expect(roundness(marked)).toBeGreaterThan(roundness(plain));
  });
});

describe("what matters more", () => {
  test("what was signed before 1914 matters less than the same after it, an accession less than the pact", () => {
    const signed = (year: number, name: string) => ofYears(`${year}-05-05 treaty-signed AA BB`, 30, { name });
    expect(signed(1913, "Treaty of Peaceville")).toBeLessThan(signed(1914, "Treaty of Peaceville"));
    expect(signed(1940, "Tripartite Pact (accession of Arcadia)")).toBeLessThan(signed(1940, "Tripartite Pact"));
  });

  test("a territory handed over that everybody knows concerns all, however few have to do with its parties", () => {
    const handover = (name: string) => ofYears("1997-07-01 territory-transferred AA BB", 31, { name });
    expect(handover("Handover of Hong Kong") / handover("Handover of Elsewhere")).toBeGreaterThan(15);
  });

  test("what readers know weighs what the table says, by its name on its date or by its id, alone and with others", () => {
    const armistice = event("1918-11-11 armistice DE FR", { name: "Armistice of 11 November 1918" });
    const on = (lead: Event, others: readonly Event[] = []) => weigh({ lead, others }, EVEN);
    expect(on(armistice)).toBe(140);
    expect(on(armistice, [event("1918-11-11 fighting-ended DE FR")])).toBe(140);
    expect(on(event("1919-11-11 armistice DE FR", { name: "Armistice of 11 November 1918" }))).toBeLessThan(100);
    const poland = event("1918-11-11 independence PL", { id: "pl-1918-11-11-independence" });
    expect(on(poland)).toBe(75);
    expect(on({ ...poland, id: "pl-1918-11-12-independence" })).not.toBe(75);
    expect(on(event("1918-11-11 treaty-in-force DE FR", { name: "Armistice of 11 November 1918" }))).toBeLessThan(10);
  });

  test("a war of two who often fought matters no more for it", () => {
    const close: SignificanceContext = { ...KNOWN, pairCount: () => 400, partyCount: () => 3000 };
    const times = (kind: string) => {
      const lead = event(`1990-05-05 ${kind} AA BB`, { name: "Treaty of Peaceville" });
      return weigh({ lead, others: [] }, close) / weigh({ lead, others: [] }, EVEN);
    };
    expect(times("war-began")).toBeLessThan(times("treaty-signed"));
  });

  test("a centenary of relations beats everything but a founding or a peace", () => {
    const centenary = ofYears("1926-05-05 relations-established AA BB", 100);
    for (const kind of ["treaty-signed", "visit", "expulsion", "recognition", "joint-statement", "war-declared"])
      expect(centenary).toBeGreaterThan(ofYears(`1926-05-05 ${kind} AA BB`, 77));
    expect(ofYears("1949-04-04 organisation-founded nato", 77, DAY_PAGE)).toBeGreaterThan(centenary);
  });

  test("a great event in an odd year beats a small one in a round year", () => {
    const notes = ofYears("1926-04-04 treaty-signed GB NO", 100, {
      name: "Exchange of Notes on the post",
      ...REGISTER,
    });
    expect(ofYears("1949-04-04 treaty-signed AA BB CC", 77, { name: "North Atlantic Treaty" })).toBeGreaterThan(notes);
  });

  test("a routine visit or an exchange of notes never beats the establishment of relations", () => {
    const relations = ofYears("1999-05-05 relations-established AA BB", 1);
    const close: SignificanceContext = { ...KNOWN, pairCount: () => 400, partyCount: () => 3000 };
    const routine = [
      event("1926-05-05 visit GB US", { rank: "working" }),
      event("1926-05-05 treaty-signed GB US", { name: "Exchange of Notes concerning loans", ...REGISTER }),
    ];
    for (const what of routine)
      expect(significanceOf(weigh({ lead: what, others: [] }, close), 100)).toBeLessThan(relations);
  });

  test("what is of low confidence weighs less than any routine", () => {
    const close: SignificanceContext = { ...KNOWN, pairCount: () => 400, partyCount: () => 3000 };
    const unsure = event("1949-05-05 organisation-founded nato", { confidence: "low", ...DAY_PAGE });
    const routine = ofYears("1999-05-05 consulate-opened AA BB", 1, REGISTER);
    expect(significanceOf(weigh({ lead: unsure, others: [] }, close), 100)).toBeLessThan(routine);
  });

  test("a joint statement that has a name of its own beats one of many", () => {
    const plain = ofYears("1972-02-27 joint-statement AA BB", 50, { name: "Joint Statement on trade" });
    expect(ofYears("1972-02-27 joint-statement AA BB", 50, { name: "Shanghai Communiqué" })).toBeGreaterThan(plain);
    for (const alone of [{}, { name: "Joint Communique" }])
      expect(ofYears("1972-02-27 joint-statement AA BB", 50, alone)).toBeLessThan(plain);
  });

  test("what the whole world has a stake in beats other treaties of the two", () => {
    const other = ofYears("1991-07-31 treaty-signed AA BB", 39, { name: "Treaty of Alma-Ata" });
    for (const name of ["START I", "SALT II", "Treaty on nuclear weapons", "Anti-Ballistic Missile Treaty"])
      expect(ofYears("1991-07-31 treaty-signed AA BB", 39, { name })).toBeGreaterThan(other);
  });

  test("a peace before the Congress of Vienna matters less than one after it, and that of two states least", () => {
    const peace = (year: number, parties: string): number => ofYears(`${year}-05-05 peace-treaty ${parties}`, 77);
    expect(peace(1739, "AA BB CC")).toBeLessThan(peace(1839, "AA BB CC"));
    expect(peace(1739, "AA BB") / peace(1839, "AA BB")).toBeLessThan(peace(1739, "AA BB CC") / peace(1839, "AA BB CC"));
  });

  test("the founding of a technical body matters less than that of another organisation", () => {
    expect(ofYears("1958-03-17 organisation-founded imo", 71)).toBeLessThan(
      ofYears("1958-03-17 organisation-founded zz", 71),
    );
  });

  test("a first visit beats another of its rank", () => {
    expect(ofYears("1960-05-05 visit AA BB", 50, { first: true, rank: "state-visit" })).toBeGreaterThan(
      ofYears("1960-05-05 visit AA BB", 50, { rank: "state-visit" }),
    );
  });

  test("two that have much to do with each other beat two that have little, however many lines one has", () => {
    const counts: Record<string, number> = { US: 20_000, DE: 8000, ID: 1000, KW: 500, PA: 800 };
    const pairs: Record<string, number> = { "DE ID": 79, "KW PA": 2, "US PA": 20 };
    const context: SignificanceContext = {
      ...KNOWN,
      pairCount: (one, other) => pairs[`${one} ${other}`] ?? pairs[`${other} ${one}`] ?? 0,
      partyCount: (code) => counts[code] ?? 0,
    };
    const weight = (pair: string): number =>
      weigh({ lead: event(`1976-05-05 relations-established ${pair}`), others: [] }, context);
    expect(weight("DE ID")).toBeGreaterThan(weight("KW PA"));
    expect(weight("DE ID")).toBeGreaterThan(weight("US PA"));
  });

  test("many who do the same on one day weigh more than one", () => {
    const [lead, ...others] = ["DE RU", "FR RU", "LT RU"].map((pair) => event(`2022-04-04 expulsion ${pair}`));
    if (lead === undefined) throw new Error("no lead");
    expect(weigh({ lead, others }, EVEN)).toBeGreaterThan(weigh({ lead, others: [] }, EVEN));
  });
});

describe("what is routine", () => {
  test.each([
    event("1999-05-05 treaty-ratified AA", { name: "A convention" }),
    event("1999-05-05 treaty-signed AA", { name: "A convention" }),
    event("1999-05-05 joined AA ifad"),
    event("1999-05-05 embassy-opened AA BB"),
    event("1999-05-05 visit AA BB", { rank: "working" }),
    event("1999-05-05 relations-established AA BB", { confidence: "low" }),
    event("1999-05-05 treaty-signed AA BB", { name: "Air Services Agreement" }),
    event("1999-05-05 peace-treaty AA BB", { name: "Agreement on peace treaty", ...REGISTER }),
  ])("$id", (what) => expect(isRoutine(what, JUDGEMENT)).toBe(true));

  test.each([
    event("1999-05-05 joined AA un"),
    event("1999-05-05 visit AA BB", { rank: "working", first: true }),
    event("1999-05-05 treaty-signed AA BB", { name: "Extradition treaty", ...DAY_PAGE }),
    event("1999-05-05 treaty-signed AA BB", { name: "Treaty of Friendship", ...REGISTER }),
    event("1999-05-05 peace-treaty AA BB", { name: "Treaty of peace", ...REGISTER }),
  ])("not $id", (what) => expect(isRoutine(what, JUDGEMENT)).toBe(false));

  test("a convention that twenty states sign on one day is not, though each signature is", () => {
    const states = Array.from({ length: 20 }, (_, index) => `S${index}`);
    const signatures = states.map((state) => event(`1982-12-10 treaty-signed ${state}`, { name: "A convention" }));
    expect(isRoutineOccasion(signatures, JUDGEMENT)).toBe(false);
    expect(isRoutineOccasion(signatures.slice(1), JUDGEMENT)).toBe(true);
  });
});
