import type { Fact } from "./fact.ts";
import { isBareInstrument } from "./name.ts";
import { mendProperNouns } from "./name-spelling.ts";

/** The names that the World Treaty Index gives are an instrument and a topic: "Agreement: Trade". */
const TERSE = /^([A-Z][\w ]{2,24}): (\S.*)$/s;
const INSTRUMENT_FIRST =
  /^(?:(?:basic|supplementary|framework|additional|general|special|joint|final) )?(?:agreement|convention|treaty|protocol|arrangement|exchange of notes|memorandum|declaration)\b/i;
/** "Cultural agreement", "Provisional commercial convention": topics that are no nouns. */
const ADJECTIVE =
  /(?:^|\s)(?:consular|commercial|veterinary|cultural|postal|sanitary|financial|monetary|judicial|economic|legal|political|industrial|scientific|fiscal|provisional|supplementary|technological|phytosanitary|zoosanitary|veterinary-sanitary|tariff|military)$/i;
const CHANGING =
  /^(?:amending|modifying|extending|establishing|abolishing|terminating|creating|regulating|removing|renewing|supplementing|prolonging|facilitating|arranging|continuing|complementing|superseding|deferring|replacing|granting|increasing|adjusting|implementing|revising|cancelling|accepting|confirming|reviving|exempting|settling|waiving)\b/i;
const TO_DO =
  /^(?:establish|avoid|arrange|extend|facilitate|abolish|amend|provide|eliminate|prevent|promote|regulate|reschedule|recognize|develop|create|continue|modify|exempt|construct|prohibit|reduce|settle|suppress)\b/i;
const OF_FRIENDSHIP =
  /^(?:friendship|amity|peace|commerce|alliance|non-?aggression|neutrality|arbitration|conciliation|establishment|brotherhood|harmony|mutual (?:assistance|aid|guarantee|respect)|good|general (?:friendship|peace)|perpetual|trade and navigation|navigation|guarantee)\b/i;
/** "Trade agreement", "Extradition treaty": topics that stand before their instrument. */
const FIRST =
  /^(?:(?:long-term |five-year |three-year )?trade|loan|credit|extradition|payments?|trade and payments|clearing|barter|air (?:services?|transport)|visas?|fisher(?:y|ies))$/i;
const PACTS = /^(?:treaty|convention|pact)$/i;
const PAPERS = /^(?:exchange of (?:notes|letters)|instrument|note|notice|project|plan|agreed minutes|statement)$/i;

/** "Agreement: Trade" as "Agreement on trade", and so on; a name that is no instrument and topic stays as it is. */
export function inWords(name: string, isCommon: (word: string) => boolean): string {
  const [, instrument = "", topic = ""] = TERSE.exec(name) ?? [];
  if (topic === "") return name;
  const first = /^[\p{L}-]+/u.exec(topic)?.[0] ?? "";
  const isSmall = first !== first.toUpperCase() && isCommon(first.toLowerCase());
  const small = isSmall ? mendProperNouns(topic.charAt(0).toLowerCase() + topic.slice(1)) : topic;
  return phrase(instrument, topic, small);
}

function phrase(instrument: string, topic: string, small: string): string {
  const isPaper = PAPERS.test(instrument);
  if (INSTRUMENT_FIRST.test(topic) || topic.toLowerCase().endsWith(` ${instrument.toLowerCase()}`)) return topic;
  if (/^Memorandum$/i.test(instrument) && /^understanding\b/i.test(topic)) return `${instrument} of ${small}`;
  if (/^(?:project|plan)$/i.test(instrument)) return `${instrument}: ${topic}`;
  if (/^concerns\b/i.test(topic)) return `${instrument} concerning${small.slice("concerns".length)}`;
  if (FIRST.test(topic) && !isPaper) return `${topic} ${instrument.toLowerCase()}`;
  if (ADJECTIVE.test(topic))
    return isPaper ? `${instrument} on ${small} matters` : `${topic} ${instrument.toLowerCase()}`;
  if (CHANGING.test(topic)) return `${instrument} ${small}`;
  if (TO_DO.test(topic)) return `${instrument} to ${small}`;
  return `${instrument} ${PACTS.test(instrument) && OF_FRIENDSHIP.test(topic) ? "of" : "on"} ${small}`;
}

/** Whether a name tells a reader what was agreed: more than the sort of paper and a word that fits every treaty. */
export function saysWhat(name: string | undefined): boolean {
  if (name === undefined || isBareInstrument(name)) return false;
  return !/^[\w ]+: (?:general|understanding|questions|relations|procedure|joint|certain|other)$/i.test(name);
}

/** The World Treaty Index writes places small; what it writes small so often is no place, or one that is mended. */
const OFTEN = 8;

/** Words that lists write small: a place or a person that opens a topic is not among them. */
export function commonWords(facts: readonly Fact[]): (word: string) => boolean {
  const times = new Map<string, number>();
  for (const { file, name } of facts)
    for (const word of name?.match(/(?<=\s)\p{Ll}[\p{L}-]+/gu) ?? [])
      times.set(word, (times.get(word) ?? 0) + (file.includes("wti") ? 1 : OFTEN));
  return (word) => (times.get(word) ?? 0) >= OFTEN;
}
