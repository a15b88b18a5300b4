import { compareCodes } from "../../src/almanac/event-id.ts";
import { isHosted } from "../../src/almanac/hosted.ts";
import { isDirected, isKind, type Kind } from "../../src/almanac/kind.ts";
import { codeParty, type MergedCode } from "./codes.ts";
import type { Reference } from "./collections.ts";
import type { Draft } from "./draft.ts";
import type { Fact } from "./fact.ts";
import { isOfMemorable, wasRead } from "./great-events.ts";
import { retellHosted } from "./hosted.ts";
import { cleanName, isBareInstrument, shorten } from "./name.ts";
import { mendHalfWord } from "./name-cut.ts";
import { spellOut } from "./name-instrument.ts";
import { nameInNote, namesThen } from "./names-then.ts";
import { cleanNote, datesInNote } from "./note.ts";
import { changeOther } from "./other-kinds.ts";
import { inWords, saysWhat } from "./phrase.ts";
import { pageOf, pageOfGreatEvent, unreadPage } from "./references.ts";
import { usualName, withDashes } from "./treaty-names.ts";
import { visitWords } from "./visit.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { warName } from "./war-names.ts";

/** Kinds whose `name` repeats the party or the kind. */
const NAME_IS_PARTY: ReadonlySet<Kind> = new Set<Kind>(["joined", "left", "observer", "organisation-founded"]);

/** What the facts as a whole tell about each: the codes of data/parties/, and which words are whole. */
export interface Context {
  readonly merged: readonly MergedCode[];
  readonly vocabulary: Vocabulary;
  /** Whether a word is no proper name. */
  readonly isCommon: (word: string) => boolean;
  /** Gives towns that a list writes small their capitals. */
  readonly withTowns: (name: string) => string;
}

/** What one fact says, in the words and codes of data/; a text is the reason why it is left out. */
export function draftOf(fact: Fact, context: Context): Draft | string {
  const { merged, vocabulary } = context;
  const told = retell(fact);
  if (typeof told === "string") return told;
  const { kind, parties, name, note } = told;
  const coded = parties.map((party) => codeParty(party, fact.date, merged));
  const codes = [...new Set(coded.map(({ code }) => code))];
  if (codes.length < parties.length && codes.length === 1) return "both parties are one";
  const cleaned = name === undefined ? undefined : cleanName(wholeName(name, fact, vocabulary));
  if (name !== undefined && name !== "" && cleaned === undefined) return "the name cannot be read";
  const whole = cleaned === undefined ? undefined : fullName(cleaned, fact, context);
  if (/^treaties-(?:gb|wti)/.test(fact.file) && !(saysWhat(cleaned) && saysWhat(whole)))
    return "the name does not say what was agreed";
  return {
    facts: [fact],
    date: fact.date,
    end: fact.end === fact.date ? undefined : fact.end,
    kind,
    parties: isDirected(kind) ? codes : codes.sort(compareCodes),
    namesThen: namesThen(fact.as ?? nameInNote(fact.note), coded),
    name: whole === undefined || isBareInstrument(whole) ? undefined : whole,
    people: fact.who.map((person) =>
      person.office === undefined ? { name: person.name } : { name: person.name, office: person.office },
    ),
    place: cleanPlace(fact.place ?? ""),
    rank: fact.rank,
    first: fact.first,
    note: cleanNote(note ?? ""),
    otherDates: [...fact.otherDates, ...datesInNote(fact.note ?? "", fact.date)],
    references: [pageFor(fact)],
    confidence: fact.confidence,
  };
}

/** The page of a fact, filed by what is known of it. */
function pageFor(fact: Fact): Reference {
  const { source, file } = fact;
  const page = isOfMemorable(source.url) ? pageOfGreatEvent(source) : pageOf(fact);
  return file === "great-events" && !wasRead(source.url) ? unreadPage(page) : page;
}

function wholeName(name: string, { file, source }: Fact, vocabulary: Vocabulary): string {
  return file.startsWith("un-treaties")
    ? usualName(name)
    : file.startsWith("treaties-wti")
      ? mendHalfWord(spellOut(name), vocabulary)
      : warName(name, source.url);
}

function fullName(name: string, { file, parties }: Fact, { isCommon, withTowns }: Context): string {
  if (file === "treaties-environment-trade") return withDashes(parties.length === 2 ? withoutParties(name) : name);
  if (!/wti/.test(file)) return name;
  const words = withTowns(inWords(name, isCommon));
  return shorten(words.charAt(0).toUpperCase() + words.slice(1));
}

/** "Armenia Russian Federation trade agreement" without the names of its two parties, which the row has. */
function withoutParties(name: string): string {
  return /^(?:[A-Z(][\p{L}.,()'-]* (?:and |of |the )?)+trade agreement$/u.test(name) ? "Trade agreement" : name;
}

/** A place without what the collector wrote beside it. */
function cleanPlace(text: string): string | undefined {
  const place = text
    .replace(/\bsee notes\b|\?/g, "")
    .replace(/ ; /g, ", ")
    .replace(/\s+/g, " ")
    .trim();
  return place === "" ? undefined : place;
}

interface Told {
  readonly kind: Kind;
  readonly parties: readonly string[];
  readonly name?: string | undefined;
  readonly note?: string | undefined;
}

/** The fact in our kinds, its name and note where data/ has them. */
function retell(fact: Fact): Told | string {
  const { parties, name, note } = fact;
  if (fact.kind === "peace-treaty" && name?.startsWith("Agreement: Peace treaty") === true)
    return { kind: "treaty-signed", parties, name, note };
  if (fact.kind === "other") {
    const change = changeOther(name ?? "");
    if (change.kind === undefined) return "no kind of ours fits";
    return { kind: change.kind, parties: change.parties ?? parties, name: change.name ?? name, note };
  }
  if (fact.kind === "treaty-signed" && name === "Notice: Recognition") return "the notice of one side, no treaty";
  if (!isKind(fact.kind)) return `kind ${fact.kind}`;
  if (fact.kind === "visit") return { kind: "visit", parties, name: undefined, note: undefined, ...visitWords(fact) };
  if (fact.kind === "treaty-signed" && note?.startsWith("accession,") === true)
    return { kind: "treaty-ratified", parties, name, note: "accession" };
  if (fact.kind === "relations-upgraded") return { kind: fact.kind, parties, note: note ?? name };
  if (fact.kind === "national-day" && /^(?:\p{L}+ )?National Day$/u.test(name ?? ""))
    return { kind: fact.kind, parties, note };
  if (NAME_IS_PARTY.has(fact.kind))
    return { kind: fact.kind, parties, name: fact.kind === "organisation-founded" ? name : undefined, note };
  if (parties.join() === "org:un" && fact.date < "1920") return "an old convention without its parties";
  const codes = parties.map((code) => code.replace(/^org:/, ""));
  if (isHosted({ kind: fact.kind, parties: codes, note: cleanNote(note ?? "") })) {
    const hosted = retellHosted(fact, fact.kind);
    return typeof hosted === "string" ? hosted : { ...hosted, parties };
  }
  return { kind: fact.kind, parties, name, note };
}
