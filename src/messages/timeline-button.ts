import type { APIButtonComponent } from "discord-api-types/v10";
import type { PartyCode } from "../almanac/party.ts";
import type { DigestLine } from "../digest/digest.ts";
import type { Language } from "./language.ts";
import { betweenId } from "./lookup/between-view.ts";
import { button, LIMITS } from "./payload.ts";
import { shorten } from "./plain.ts";
import { capitalised } from "./sentence.ts";

/** Longer codes leave no room in a custom_id for the mark that delivery adds. */
const LONGEST_CODES = 55;

/** To all that is known of the two parties of a line, as they are today; none where it has more, or fewer. */
export function timelineButton(first: DigestLine | undefined, language: Language): readonly APIButtonComponent[] {
  const [one, other, ...more] = first?.lead.event.parties.map((code) => presentOf(code, first)) ?? [];
  if (one === undefined || other === undefined || more.length > 0 || one === other) return [];
  if (encodeURIComponent(one + other).length > LONGEST_CODES) return [];
  return [pairButton([one, other], language)];
}

/** Opens all that is known of two parties in an answer of its own. */
export function pairButton(pair: readonly [PartyCode, PartyCode], language: Language): APIButtonComponent {
  const [one, other] = pair;
  const id = betweenId("open", { pair, organisations: false, page: 1 });
  const label = language.text("post.timeline", { one: language.nameInText(one), other: language.nameInText(other) });
  return button(shorten(capitalised(label, language), LIMITS.label), id);
}

/** The one that continues a former party, where there is only one. */
function presentOf(code: PartyCode, { sequel }: DigestLine): PartyCode {
  const [heir, ...others] = sequel.lineage.filter(({ former }) => former === code);
  return heir !== undefined && others.length === 0 && heir.how !== "split" ? heir.successor : code;
}
