import { compareDates, dateNumber } from "../../almanac/calendar.ts";
import type { LocalDate, PartialDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import type { Annexation, PartyCode } from "../../almanac/party.ts";
import { type End, lastingSince, type Stretch, type Tie } from "../../almanac/ties.ts";
import { mayGoOn, type War } from "../../almanac/ties-wars.ts";
import type { Language } from "../language.ts";
import { doubtMark } from "./doubt.ts";

/** So many steps of a history are told; of more, wars are left out before beginnings and ends. */
const STEPS = 12;

/** Beginnings, ends and wars in order: of relations that last, what was before them. */
export function historyOf(
  tie: Tie,
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  language: Language,
): string {
  const since = lastingSince(tie);
  const isBefore = ({ date }: Event): boolean => since === undefined || compareDates(date, since.date) <= 0;
  const stretches = since === undefined ? tie.stretches : tie.stretches.slice(0, -1);
  const steps = stretches.flatMap(({ began, anew = [], ended }, at) => [
    ...(began === undefined ? unknownBeginning(stretches[at - 1], ended, language) : [stepOf(began, pair, language)]),
    ...anew.map((event) => stepOf(event, pair, language)),
    ...(ended === undefined || ended.how === "war" ? [] : [endOf(ended, pair, language)]),
  ]);
  const wars = tie.wars.filter(({ began }) => isBefore(began));
  const ofWars = wars.flatMap((war) => [
    warStep(war, pair, today, language),
    ...war.peaces.filter(isBefore).map((peace) => stepOf(peace, pair, language)),
  ]);
  const inOrder = [...steps, ...ofWars].toSorted((one, other) => compareDates(one.date, other.date));
  return few(inOrder, language);
}

/** The steps, each once; of many the first and the last, of those between wars are left out before others, and how many is said. */
export function few(steps: readonly Step[], language: Language): string {
  const once = [...new Map(steps.map((step) => [`${dateNumber(step.date)} ${step.text}`, step])).values()];
  if (once.length <= STEPS) return once.map(({ text }) => text).join("; ");
  const between = once.slice(1, -1);
  const inTurn = [...between.filter(({ isWar }) => isWar), ...between.filter(({ isWar }) => !isWar)];
  const left = new Set(inTurn.slice(0, once.length - STEPS + 1));
  const more = language.text("lookup.tie.more", { count: left.size });
  const [first] = between.filter((step) => left.has(step));
  return once.flatMap((step) => (step === first ? [more] : left.has(step) ? [] : [step.text])).join("; ");
}

/** Of relations that were broken off when no beginning is on record since those before ended: that there were some is certain, since when is not. */
function unknownBeginning(before: Stretch | undefined, ended: End | undefined, language: Language): readonly Step[] {
  if (before === undefined || ended?.how !== "broken") return [];
  const key = before.ended?.how === "lapsed" ? "lookup.tie.own-unknown" : "lookup.tie.resumed-unknown";
  return [{ date: ended.by.date, text: language.text(key) }];
}

/** A step of a history, in words and with what orders it. */
interface Step {
  readonly date: PartialDate;
  readonly text: string;
  readonly isWar?: true;
}

function endOf(
  end: Exclude<End, { readonly how: "war" }>,
  pair: readonly [PartyCode, PartyCode],
  language: Language,
): Step {
  if (end.how === "broken") return stepOf(end.by, pair, language);
  if (end.how === "unknown") return { date: end.before, text: language.text("lookup.tie.unknown") };
  if (end.how === "annexed") return annexedStep(end, language);
  const words = { former: language.nameInText(end.party), date: language.date(end.until) };
  const text =
    end.movedTo === undefined
      ? language.text("lookup.tie.lapsed", words)
      : language.text("lookup.tie.moved", { ...words, to: language.nameInText(end.movedTo) });
  return { date: end.until, text };
}

function annexedStep({ party, by, from, until }: Annexation, language: Language): Step {
  const [state, annexer] = [party, by].map((code) => language.nameInText(code));
  const dates = language.range(from, until);
  return {
    date: from,
    text: language.text("lookup.tie.annexed", { state: state ?? "", annexer: annexer ?? "", dates }),
  };
}

/** From the beginning of a war to the end of its fighting; where none is on record, by when it was over, or that it may go on. */
export function warStep(war: War, pair: readonly [PartyCode, PartyCode], today: LocalDate, language: Language): Step {
  const { date } = war.began;
  return {
    date,
    text: withRemarks(warText(war, today, language), { ...war.began, parties: war.parties }, pair, language),
  };
}

function warText(war: War, today: LocalDate, language: Language): string {
  const { began, ended, over } = war;
  if (ended !== undefined) return language.text("lookup.tie.war", { dates: language.range(began.date, ended.date) });
  const date = language.date(began.date);
  if (mayGoOn(war, today)) return language.text("lookup.tie.war-from", { date });
  if (over === undefined) return language.text("lookup.tie.war-unended", { date });
  const by = language.date(over.by);
  if (over.how === "relations") return language.text("lookup.tie.war-over", { date, by });
  return language.text("lookup.tie.war-lapsed", { date, by, former: language.nameInText(over.party) });
}

/** A beginning, an end or a peace, with its date. */
export function stepOf(event: Event, pair: readonly [PartyCode, PartyCode], language: Language): Step {
  const step = language.text(STEP_KEY[event.kind] ?? "lookup.tie.peace", { date: language.date(event.date) });
  return { date: event.date, text: withRemarks(step, event, pair, language) };
}

/** With the former parties whose act it was, or what the present ones were called then, and why it is not certain, in brackets. */
export function withRemarks(
  step: string,
  event: Event,
  pair: readonly [PartyCode, PartyCode],
  language: Language,
): string {
  const { parties, namesThen } = event;
  const formers = parties.flatMap((party) => {
    if (!pair.includes(party)) return [language.nameInText(party)];
    const then = Object.hasOwn(namesThen, party) ? namesThen[party] : undefined;
    return then === undefined ? [] : [language.formerName(then)];
  });
  const remarks = [language.list(formers), doubtMark(event, language)].filter((remark) => remark !== "").join("; ");
  return remarks === "" ? step : language.text("lookup.tie.as", { step, remarks });
}

type StepKey = `lookup.tie.${"established" | "restored" | "severed" | "suspended" | "peace"}`;

const STEP_KEY: Partial<Record<Event["kind"], StepKey>> = {
  "relations-established": "lookup.tie.established",
  "relations-restored": "lookup.tie.restored",
  "relations-severed": "lookup.tie.severed",
  "relations-suspended": "lookup.tie.suspended",
};
