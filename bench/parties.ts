import { readPartyData } from "../src/almanac/parties/load.ts";
import { createRegister } from "../src/almanac/parties/register.ts";

/** How long searches took, in milliseconds. */
export interface SearchTimes {
  readonly searches: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** p99 where each search counts with its fastest round: what else the machine did meanwhile is left out. */
  readonly p99OfFastest: number;
}

/** What autocomplete is asked: names letter by letter as they are typed, in several languages, mistyped, and nonsense. */
const TYPED =
  "belgium,deutschland,holland,south korea,korea north,united states,côte d’ivoire,ussr,burma,czechoslovakia," +
  "polnd,grmany,swizerland,kyrgistan,netherlnads,日本,대한민국,Россия,Österreich,España,ไทย,🇧🇪,qqqq,zzzzzzzzzzzz,a b c d e f g,KOR";
const LOCALES = ["en-GB", "de", "ja", "ru"];

/** How long a search for autocomplete takes once the register is warm, over every beginning of what is typed. */
export function benchPartySearch(dataDir: string, rounds: number): SearchTimes {
  const register = createRegister(readPartyData(dataDir).data);
  const beginnings = TYPED.split(",").flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1)));
  const questions = beginnings.flatMap((text) => LOCALES.map((locale) => ({ text, locale })));
  const timesOfRound = (): readonly number[] =>
    questions.map(({ text, locale }) => {
      const start = performance.now();
      register.search(text, locale, 25);
      return performance.now() - start;
    });
  timesOfRound();
  const all = Array.from({ length: rounds }, timesOfRound);
  const fastest = questions.map((_, index) => Math.min(...all.map((times) => times[index] ?? 0)));
  const times = all.flat();
  return {
    searches: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    worst: percentile(times, 1),
    p99OfFastest: percentile(fastest, 0.99),
  };
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}
