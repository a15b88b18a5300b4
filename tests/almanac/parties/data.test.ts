import { expect, test } from "vitest";
import { formatFault } from "../../../src/almanac/fault.ts";
import { data, faults, register } from "./the-register.ts";

/** Members of the United Nations since Montenegro (2006) and South Sudan (2011), by ISO 3166-1 alpha-2. */
const UN_MEMBERS = `
  AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU
  CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ
  IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU
  MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN
  SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
`
  .trim()
  .split(/\s+/);

test("the tables of parties keep every rule", () => {
  expect(faults.map(formatFault)).toEqual([]);
});

test("all 193 members of the United Nations are there, and no other is called one", () => {
  expect(UN_MEMBERS).toHaveLength(193);
  expect(data.parties.flatMap(({ code, unMemberSince }) => (unMemberSince ? [code] : [])).sort()).toEqual(UN_MEMBERS);
});

test("the observers, Kosovo, Taiwan, the associated states and the Order of Malta are there", () => {
  for (const code of ["VA", "PS", "XK", "TW", "CK", "NU", "EH", "HK", "GL"])
    expect(register.party(code)).toMatchObject({ code, type: "state" });
  expect(register.party("sovereign-military-order-of-malta")?.type).toBe("organisation");
});

test("every member of the United Nations has an alpha-3 code and a flag, as an emoji and as a picture", () => {
  for (const { code, unMemberSince, alpha3, flagImage } of data.parties)
    if (unMemberSince)
      expect([alpha3?.length, flagImage, register.flag(code)?.length], code).toEqual([3, code.toLowerCase(), 4]);
});

test("who has no day of independence is an old state", () => {
  const without = data.parties.filter(({ unMemberSince, independence }) => unMemberSince && !independence);
  expect(without.map(({ code }) => code)).toEqual([
    "AT",
    "BT",
    "DK",
    "ES",
    "ET",
    "FR",
    "IR",
    "JP",
    "NP",
    "OM",
    "RU",
    "TH",
  ]);
});

test("every former state has an end, and a successor unless who succeeds it is disputed", () => {
  const former = data.parties.filter(({ type }) => type === "former-state");
  expect(former.filter(({ until }) => until === undefined)).toEqual([]);
  expect(former.filter(({ code }) => register.successorsOf(code).length === 0).map(({ code }) => code)).toEqual([
    "artsakh",
    "byzantine-empire",
    "donetsk-peoples-republic",
    "luhansk-peoples-republic",
  ]);
});

test("a code that was merged into another still finds its party", () => {
  expect(register.party("malta-order")?.code).toBe("sovereign-military-order-of-malta");
  expect(register.party("republic-of-texas")?.code).toBe("texas");
  expect(register.party("au")?.code).toBe("african-union");
  expect(register.party("AU")?.code).toBe("AU");
  expect(register.party("prussia")?.code).toBe("prussia");
  expect(register.party("atlantis")).toBeUndefined();
});
