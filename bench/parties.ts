import { readPartyData } from "../src/almanac/parties/load.ts";
import { createRegister } from "../src/almanac/parties/register.ts";
import { type Times, timesOf } from "./timing.ts";

/** What autocomplete is asked: names letter by letter as they are typed, in several languages, mistyped, and nonsense. */
const TYPED =
  "belgium,deutschland,holland,south korea,korea north,united states,côte d’ivoire,ussr,burma,czechoslovakia," +
  "polnd,grmany,swizerland,kyrgistan,netherlnads,日本,대한민국,Россия,Österreich,España,ไทย,🇧🇪,qqqq,zzzzzzzzzzzz,a b c d e f g,KOR";
const LOCALES = ["en-GB", "de", "ja", "ru"];

/** How long a search for autocomplete takes once the register is warm, over every beginning of what is typed. */
export function benchPartySearch(dataDir: string, rounds: number): Times {
  const register = createRegister(readPartyData(dataDir).data);
  const beginnings = TYPED.split(",").flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1)));
  const questions = beginnings.flatMap((text) => LOCALES.map((locale) => ({ text, locale })));
  return timesOf(questions, rounds, ({ text, locale }) => register.search(text, locale, 25));
}
