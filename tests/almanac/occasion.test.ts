import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import { groupOccasions } from "../../src/almanac/occasion.ts";
import { event } from "./events.ts";
import { JUDGEMENT } from "./judgement.ts";

/** Each group as its events' ids, the lead first and the others sorted. */
function told(events: readonly Event[]): readonly (readonly string[])[] {
  return groupOccasions(events, JUDGEMENT)
    .map(({ lead, others }) => [lead.id, ...others.map(({ id }) => id).toSorted()])
    .toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1));
}

function leads(events: readonly Event[]): readonly string[] {
  return groupOccasions(events, JUDGEMENT).map(({ lead }) => lead.id);
}

describe("one story is one occasion", () => {
  test("an act of many by its short name, and each who signed it by its long one", () => {
    const parties = "BE CA CH DE DK FR GB";
    const short = event(`1987-09-16 treaty-signed ${parties}`, { name: "Montreal Protocol" });
    const name = "Montreal Protocol on Substances that Deplete the Ozone Layer";
    const signed = (party: string) => event(`1987-09-16 treaty-signed ${party}`, { name });
    expect(leads([short, ...parties.split(" ").map(signed)])).toEqual([short.id]);
    expect(leads([short, signed("JP")])).toHaveLength(2);
  });

  test("a convention of which one page knows the host alone, and each who signed it that day under its long name", () => {
    const hosted = event("1997-12-03 treaty-signed un", { name: "Ottawa Treaty" });
    const states = Array.from({ length: 20 }, (_, index) => `S${index}`);
    const signed = (name: string) => states.map((state) => event(`1997-12-03 treaty-signed ${state}`, { name }));
    const opened = signed("Convention on mines");
    expect(leads([hosted, ...opened])).toEqual([hosted.id]);
    expect(leads([hosted, ...opened.slice(1)])).toHaveLength(2);
    const other = signed("Convention on birds").map((each) => ({ ...each, id: `${each.id}-2` }));
    expect(leads([hosted, ...opened, ...other]).length).toBeGreaterThan(1);
  });

  test("what one state signed with two others under one name but for theirs", () => {
    const british = event("1943-01-11 treaty-signed GB CN", { name: "Sino-British New Equal Treaty" });
    const american = event("1943-01-11 treaty-signed CN US", { name: "Sino-American New Equal Treaty" });
    const others = event("1943-01-11 treaty-signed DE IT", { name: "Italo-German New Equal Treaty" });
    expect(told([british, american])).toHaveLength(1);
    expect(told([british, others])).toHaveLength(2);
    const pacts = ["Sino-British", "Sino-American"].map((whose, at) =>
      event(`1943-01-11 treaty-signed CN ${at === 0 ? "GB" : "US"}`, { name: `${whose} Agreement` }),
    );
    expect(told(pacts)).toHaveLength(2);
  });

  test("NATO founded, its treaty signed, an alliance formed and its members joining", () => {
    const members = "BE CA DK FR IS IT LU NL NO PT GB US".split(" ");
    const events = [
      event("1949-04-04 organisation-founded nato", { name: "NATO" }),
      event(`1949-04-04 treaty-signed ${members.join(" ")}`, { name: "North Atlantic Treaty" }),
      event(`1949-04-04 alliance-formed ${members.join(" ")}`, { name: "North Atlantic Treaty" }),
      ...members.map((member) => event(`1949-04-04 joined ${member} nato`)),
    ];
    const [occasion, ...rest] = groupOccasions(events, JUDGEMENT);
    expect(rest).toEqual([]);
    expect(occasion?.lead.kind).toBe("organisation-founded");
    expect(occasion?.others).toHaveLength(14);
  });

  test("independence, national day and those who recognised the state that day", () => {
    const events = [
      event("1975-06-25 independence MZ PT"),
      event("1975-06-25 national-day MZ", { name: "Independence Day" }),
      event("1975-06-25 recognition US MZ"),
      event("1975-06-25 relations-established IN MZ"),
      event("1975-06-25 relations-established BD QA"),
    ];
    expect(leads(events)).toEqual(["1975-06-25-independence-mz-pt", "1975-06-25-relations-established-bd-qa"]);
  });

  test("a state proclaimed anew and the organisation that it left by it, but not another state that left", () => {
    const republic = event("1949-04-18 state-founded IE");
    const left = event("1949-04-18 left IE commonwealth");
    expect(leads([republic, left])).toEqual([republic.id]);
    expect(leads([republic, event("1949-04-18 left NP commonwealth")])).toHaveLength(2);
  });

  test("two states leaving a third", () => {
    expect(leads([event("1991-06-25 independence HR YUCS"), event("1991-06-25 independence SI YUCS")])).toHaveLength(1);
  });

  test("two attacks of one day on missions of one state, but not on those of two", () => {
    const nairobi = event("1998-08-07 incident US KE", { name: "Bombing in Nairobi" });
    const salaam = event("1998-08-07 incident US TZ", { name: "Bombing in Dar es Salaam" });
    const other = event("1998-08-07 incident GB PE", { name: "Siege in Lima" });
    expect(told([nairobi, salaam, other])).toHaveLength(2);
  });

  test("a surrender is told with the fighting that it ended, not with a state that was born that day", () => {
    const surrender = event("1945-09-02 treaty-signed AU FR JP US", { name: "Japanese Instrument of Surrender" });
    const fighting = event("1945-09-02 fighting-ended JP US", { name: "Pacific War" });
    const birth = event("1945-09-02 independence VN FR");
    expect(told([birth, fighting, surrender])).toEqual([[birth.id], [surrender.id, fighting.id]]);
    expect(leads([birth, { ...surrender, principals: ["FR"], name: "Treaty of Friendship" }])).toEqual([birth.id]);
  });

  test("relations and the treaty that established them", () => {
    const treaty = event("1901-03-23 treaty-signed BE korean-empire", { name: "Treaty of Friendship" });
    const relations = event("1901-03-23 relations-established BE korean-empire");
    expect(leads([treaty, relations])).toEqual([relations.id]);
  });

  test("what is no routine leads what is, though its kind comes later", () => {
    const supplement = event("1981-06-26 treaty-signed BR PE", {
      name: "Agreement on supplement to scientific and technical cooperation",
    });
    const friendship = event("1981-06-26 alliance-formed BR PE", { name: "Treaty of friendship and cooperation" });
    expect(leads([supplement, friendship])).toEqual([friendship.id]);
  });

  test("expulsions from or by one state", () => {
    const events = ["DE RU", "FR RU", "LT RU"].map((pair) => event(`2022-04-04 expulsion ${pair}`));
    expect(leads(events)).toHaveLength(1);
    expect(leads([...events, event("2022-04-04 expulsion SE SY")])).toHaveLength(2);
  });

  test("troops withdrawn from several, but not the withdrawal of others' from the one who did it", () => {
    const events = ["DE", "EE", "LV"].map((from) => event(`1994-08-31 troops-withdrawn RU ${from}`));
    expect(leads(events)).toHaveLength(1);
    expect(leads([...events, event("1994-08-31 troops-withdrawn FR RU")])).toHaveLength(2);
  });

  test("many states acceding to one treaty, each in a row of its own", () => {
    const name = "Paris Agreement";
    const events = ["BF", "BW", "DJ"].map((state) => event(`2016-11-11 treaty-ratified ${state}`, { name }));
    expect(leads(events)).toHaveLength(1);
  });

  test("leaving one partner for another", () => {
    const events = [event("2017-06-12 relations-severed PA TW"), event("2017-06-12 relations-established CN PA")];
    expect(leads(events)).toHaveLength(1);
  });

  test("a treaty of many and the independence that it brought, where the state that gave it is whom the treaty is about", () => {
    const birth = event("1878-07-13 independence ME ottoman-empire");
    const treaty = event("1878-07-13 treaty-signed RU ottoman-empire DE FR GB IT", { name: "Treaty of Berlin" });
    expect(leads([birth, { ...treaty, principals: ["RU", "ottoman-empire"] }])).toHaveLength(1);
    expect(leads([birth, treaty])).toHaveLength(2);
  });

  test("a peace and the independence that it brought", () => {
    expect(leads([event("1898-12-10 peace-treaty ES US"), event("1898-12-10 independence CU ES")])).toHaveLength(1);
  });
});

describe("two stories stay two", () => {
  test("declaring war on one and being declared war on by another", () => {
    const name = "World War I";
    const events = ["DE RO", "IT DE"].map((pair) => event(`1916-08-28 war-declared ${pair}`, { name }));
    expect(leads(events)).toHaveLength(2);
    expect(leads([event("1916-08-28 war-declared FR RO", { name }), ...events])).toHaveLength(2);
  });

  test("relations of different pairs, even with a neighbour in common", () => {
    const events = ["AT GE", "GE SE", "KZ SE"].map((pair) => event(`1992-03-25 relations-established ${pair}`));
    expect(told(events)).toEqual([
      ["1992-03-25-relations-established-at-ge", "1992-03-25-relations-established-ge-se"],
      ["1992-03-25-relations-established-kz-se"],
    ]);
  });

  test("joining an organisation with others and another one alone", () => {
    const events = ["AA un", "BB un", "CC un", "AA unesco"].map((pair) => event(`1960-09-20 joined ${pair}`));
    expect(leads(events)).toHaveLength(2);
  });

  test("treaties of different pairs under one common name", () => {
    const name = "Trade agreement";
    const events = ["DE GB", "FR IT"].map((pair) => event(`1960-01-01 treaty-signed ${pair}`, { name }));
    expect(leads(events)).toHaveLength(2);
  });

  test("joining one organisation and leaving another", () => {
    expect(leads([event("2000-01-01 joined AA un"), event("2000-01-01 left BB nato")])).toHaveLength(2);
  });
});

/** Few kinds and few parties, so that many events tell one story and tie for its lead. */
const KINDS: readonly Kind[] = [
  ...(["relations-established", "relations-severed", "recognition", "expulsion", "treaty-signed"] as const),
  ...(["joined", "independence", "war-declared", "visit", "organisation-founded", "peace-treaty"] as const),
];
const parties = fc.uniqueArray(fc.constantFrom("AA", "BB", "CC", "un"), { minLength: 1, maxLength: 4 });
const events = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), parties, fc.constantFrom("Pact", "Great War", undefined)), {
    maxLength: 25,
  })
  .map((rows) =>
    rows.map(([kind, codes, name], index) =>
      event(`1900-01-01 ${kind} ${codes.join(" ")}`, { id: `event-${index}`, ...(name === undefined ? {} : { name }) }),
    ),
  );

test("every event is in exactly one occasion, whatever the order of the input", () => {
  fc.assert(
    fc.property(events, fc.array(fc.nat(), { minLength: 25, maxLength: 25 }), (list, keys) => {
      const groups = groupOccasions(list, JUDGEMENT);
      const all = groups.flatMap(({ lead, others }) => [lead.id, ...others.map(({ id }) => id)]);
      expect(all.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
      const shuffled = list.toSorted((a, b) => (keys[list.indexOf(a)] ?? 0) - (keys[list.indexOf(b)] ?? 0));
      expect(told(shuffled)).toEqual(told(list));
    }),
  );
});

describe("what is of low confidence", () => {
  const low = { confidence: "low" } as const;

  test("stands alone: neither leads what is certain nor is told along with it", () => {
    const unsure = [
      event("1975-06-25 independence MZ PT", low),
      event("1975-06-25 relations-established IN MZ", low),
      event("1975-06-25 treaty-signed MZ SUHH", { name: "Treaty of friendship", ...low }),
    ];
    const sure = [event("1975-06-25 national-day MZ"), event("1975-06-25 recognition US MZ")];
    const groups = groupOccasions([...unsure, ...sure], JUDGEMENT);
    for (const { lead, others } of groups)
      if ([lead, ...others].some(({ confidence }) => confidence === "low")) expect(others).toEqual([]);
    expect(groups).toHaveLength(unsure.length + groupOccasions(sure, JUDGEMENT).length);
    expect(groups.slice(0, -unsure.length)).toEqual(groupOccasions(sure, JUDGEMENT));
  });
});
