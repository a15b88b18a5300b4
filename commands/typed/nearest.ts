import { ROW } from "../../src/messages/payload.ts";
import type { Choice } from "../command.ts";
import { countIn, type Following, itemsOf, MOST_NAMES, readFollowing } from "./following.ts";
import { groupOf, organisationItself } from "./group.ts";
import { isName, namesInPair, nearestTo, type PairSource, pairText } from "./pair.ts";

/**
 * What may be meant where one name of what was typed is nobody's: "Belgium with South Korea" and "Belgium with North Korea" for "Belgium
 * with Korea". Each as people read it, and the whole as short as it is read again in any language.
 */
export function nearestFollowing(typed: string, source: PairSource): readonly Choice[] {
  const { parties, language } = source;
  const typedItems = itemsOf(typed).filter((item) => item !== "");
  if (countIn(typedItems, source) > MOST_NAMES) return [];
  const items = typedItems.map((item) => namesInPair(item, source));
  const isKnown = (name: string) => isName(name, source);
  const unknown = new Set(items.flat().filter((name) => !isKnown(name)));
  const [name] = unknown;
  const meant = items.find((names) => names.some((each) => each === name));
  if (name === undefined || meant === undefined || unknown.size > 1) return [];
  const written = (each: string): string => {
    if (groupOf(each, source) !== undefined || organisationItself(each, source) !== undefined) return each;
    return parties.resolve(each, language.locale).found?.code ?? each;
  };
  return nearestTo(name, source)
    .map((code) => {
      const put = (each: string, as: string) => (each === name ? as : each);
      const value = items.map((names) => names.map((each) => written(put(each, code))).join("+")).join(";");
      return {
        name: pairText(
          meant.map((each) => put(each, language.name(code))),
          language,
        ),
        value,
      };
    })
    .filter(({ value }) => isRead(readFollowing(value, source)))
    .slice(0, ROW);
}

function isRead({ ok }: Following): boolean {
  return ok;
}
