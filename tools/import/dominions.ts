import type { Fact } from "./fact.ts";

/** From the Imperial Conference of 1926 on, the dominions concluded their own treaties; the British list goes on to file them. */
const OWN_TREATIES_SINCE = "1926-11-19";

/** Whose treaties the list files under Britain although they are their own: the name, the code, from when on. */
const OWN: readonly (readonly [RegExp, string, string])[] = [
  [/Canada/, "CA", OWN_TREATIES_SINCE],
  [/Australia/, "AU", OWN_TREATIES_SINCE],
  [/New Zealand/, "NZ", OWN_TREATIES_SINCE],
  [/(Union of )?South Africa/, "ZA", OWN_TREATIES_SINCE],
  [/Irish Free State|Ireland|Eire/, "IE", OWN_TREATIES_SINCE],
  [/\bIndia\b/, "IN", "1947-08-14"],
  [/Pakistan/, "PK", "1947-08-14"],
  [/Ceylon/, "LK", "1948-02-04"],
  [/\bIraq/, "IQ", "1921-08-23"],
  [/Trans-?jordan/i, "JO", "1921-04-11"],
  [/\bSyria/, "SY", "1920-03-08"],
];
/** Mandates: Britain or France concluded some of their treaties, so that both sides must be named. */
const MANDATES = new Set(["IQ", "JO", "SY"]);
/** How the list names the other party of those treaties, where not as we do. */
const ALSO_CALLED: Readonly<Record<string, RegExp>> = { IR: /Iran|Persia/, TR: /Turk/ };
/** The treaties of the European Communities, which the list has because the United Kingdom joined them in 1973. */
const COMMUNITIES: readonly (readonly [RegExp, string])[] = [
  [/\bE\.?E\.?C\b|European Economic Community/, "org:european-communities"],
  [/Euratom|European Atomic Energy Community/i, "org:euratom"],
  [/European Coal and Steel Community/, "org:ecsc"],
];
const BRITAIN = /United Kingdom|Great Britain|Britannic|British|Northern Ireland/;
const BETWEEN =
  /\b[Bb]etween (.*?) and (.*?)(?= (?:regarding|concerning|respecting|relating|for|amending|to|on|providing)\b|[,;]|$)/;

/** A treaty "between Canada and ..." in the British list as a treaty of Canada; anything else as it is. */
export function ofDominion(fact: Fact): Fact {
  const { file, name, parties } = fact;
  if (file !== "treaties-gb" || name === undefined || parties.length !== 2 || !parties.includes("GB")) return fact;
  if (BRITAIN.test(name)) return fact;
  const party = communityIn(name) ?? ownerOf(fact, name);
  if (party === undefined) return fact;
  return { ...fact, parties: [...new Set(parties.map((each) => (each === "GB" ? party : each)))] };
}

/** The Community that a treaty names as one of the two sides. */
function communityIn(name: string): string | undefined {
  if (!/\bbetween\b/i.test(name)) return undefined;
  return COMMUNITIES.find(([pattern]) => pattern.test(name))?.[1];
}

/** The state that a treaty names as one of the two sides; a list of several is of Britain as well. */
function ownerOf({ parties, date }: Fact, name: string): string | undefined {
  const [, one, other] = BETWEEN.exec(name) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const foreign = parties.find((party) => party !== "GB") ?? "GB";
  if (OWN.filter(([pattern]) => pattern.test(name)).length > 2) return undefined;
  const isOwn = (pattern: RegExp, code: string) =>
    MANDATES.has(code)
      ? (pattern.test(one) && is(foreign, other)) || (pattern.test(other) && is(foreign, one))
      : pattern.test(one) || pattern.test(other);
  return OWN.find(([pattern, code, since]) => date >= since && code !== foreign && isOwn(pattern, code))?.[1];
}

const ENGLISH = new Intl.DisplayNames(["en"], { type: "region" });

function is(code: string, name: string): boolean {
  const called = OWN.find(([, own]) => own === code)?.[0] ?? ALSO_CALLED[code];
  if (called !== undefined) return called.test(name);
  return !/^[A-Z]{2}$/.test(code) || name.includes(ENGLISH.of(code) ?? code);
}
