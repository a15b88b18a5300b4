import { fold } from "../../src/almanac/parties/fold.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { SubscriptionSettings } from "../../src/delivery/subscription.ts";
import { MOST_CHOICES } from "../choices.ts";
import type { Choice } from "../command.ts";
import { unmistakable } from "./country.ts";
import { asItself, suggestFollowing } from "./following.ts";
import { type GroupSource, presetName } from "./group.ts";
import { pairText } from "./pair.ts";

/** Completes the last name with what calendars follow: their groups, their pairs, then parties. */
export function suggestFollowed(
  typed: string,
  calendars: readonly Pick<SubscriptionSettings, "selection" | "presets">[],
  source: GroupSource,
): readonly Choice[] {
  const { parties, language } = source;
  const presets = [...new Set(calendars.flatMap((each) => each.presets.map(({ preset }) => preset)))];
  const pairs = calendars.flatMap(({ selection }) => selection.together);
  const alone = [...new Set(calendars.flatMap(({ selection }) => selection.parties))];
  const choice = (code: PartyCode): Choice =>
    asItself({ name: language.name(code), value: unmistakable(code, parties, language) }, source);
  return suggestFollowing(typed, source, (last) => {
    const text = fold(last);
    const hits = new Set(parties.search(last, language.locale, MOST_CHOICES).map(({ party }) => party.code));
    const isMeant = (codes: readonly PartyCode[], name: string) =>
      fold(name).includes(text) || codes.some((code) => hits.has(code));
    const groups = presets.map((preset) => presetName(preset, language)).map((name) => ({ name, value: name }));
    const together = pairs.map((codes) => {
      const each = codes.map(choice);
      const name = pairText(
        each.map((one) => one.name),
        language,
      );
      const value = pairText(
        each.map((one) => one.value),
        language,
      );
      return { codes, name, value };
    });
    return [
      ...groups.filter(({ name }) => isMeant([], name)),
      ...together.filter(({ codes, name }) => isMeant(codes, name)).map(({ name, value }) => ({ name, value })),
      ...alone.map((code) => ({ code, ...choice(code) })).filter(({ code, name }) => isMeant([code], name)),
    ].map(({ name, value }) => ({ name, value }));
  });
}
