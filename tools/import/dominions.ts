import type { Fact } from "./fact.ts";

/** From the Imperial Conference of 1926 on, the dominions concluded their own treaties; the British list goes on to file them. */
const OWN_TREATIES_SINCE = "1926-11-19";

const DOMINIONS: readonly (readonly [RegExp, string])[] = [
  [/Canada/, "CA"],
  [/Australia/, "AU"],
  [/New Zealand/, "NZ"],
  [/(Union of )?South Africa/, "ZA"],
  [/Irish Free State|Ireland/, "IE"],
];
const BRITAIN = /United Kingdom|Great Britain|Britannic|British|Northern Ireland/;

/** A treaty "between Canada and ..." in the British list as a treaty of Canada; anything else as it is. */
export function ofDominion(fact: Fact): Fact {
  const { file, name, parties, date } = fact;
  if (file !== "treaties-gb" || name === undefined || date < OWN_TREATIES_SINCE || parties.length !== 2) return fact;
  const between =
    /\bbetween (.*?) and (.*?)(?= (?:regarding|concerning|respecting|relating|for|amending|to|on|providing)\b|[,;]|$)/.exec(
      name,
    );
  if (between === null || BRITAIN.test(name)) return fact;
  const named = DOMINIONS.find(([pattern]) => pattern.test(between[1] ?? "") || pattern.test(between[2] ?? ""));
  if (named === undefined || parties.includes(named[1])) return fact;
  return { ...fact, parties: parties.map((party) => (party === "GB" ? named[1] : party)) };
}
