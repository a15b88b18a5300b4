import type { Anniversary, Occasion } from "../almanac/anniversary.ts";
import { familyOf, type Kind } from "../almanac/kind.ts";
import { ownLines } from "../almanac/parties/lines.ts";
import type { PartyCode } from "../almanac/party.ts";
import { type SignificanceContext, weigh } from "../almanac/significance.ts";
import type { Selection, Together } from "./digest.ts";
import type { Kinship } from "./source.ts";

/** Whether an event is of those whom a selection follows. */
export type Concerns = (event: { readonly parties: readonly PartyCode[] }) => boolean;

/**
 * What a selection follows: all that one of its parties took part in, and what all of one of its pairs did, each party with those that
 * it continues; everything where it names nobody.
 */
export function concerns(selection: Selection, { parties: register }: { readonly parties: Kinship }): Concerns {
  if (followsEverything(selection)) return () => true;
  const anyOf = new Set(selection.parties.flatMap((code) => [...register.lineageOf(code)]));
  const allOf = selection.together.map((codes) => ownLines(codes, register));
  return ({ parties }) =>
    parties.some((party) => anyOf.has(party)) ||
    allOf.some((lines) => lines.every((line) => parties.some((party) => line.has(party))));
}

/** Whether a selection names nobody whom it follows. */
export function followsEverything({ parties, together }: Pick<Selection, "parties" | "together">): boolean {
  return parties.length === 0 && together.length === 0;
}

/** These parties as a pair or more, each once; undefined where that is fewer than two. */
export function asTogether(codes: readonly PartyCode[]): Together | undefined {
  const [first, second, ...others] = new Set(codes);
  return first === undefined || second === undefined ? undefined : [first, second, ...others];
}

/** Whether they are the same parties, in whatever order. */
export function isSame(one: Together, other: Together): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}

/** Each once, in whatever order its parties are. */
export function distinct(all: readonly Together[]): readonly Together[] {
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at);
}

/** Everybody whom a selection names, alone or in a pair, each once. */
export function namedBy({ parties, together }: Pick<Selection, "parties" | "together">): readonly PartyCode[] {
  return [...new Set([...parties, ...together.flat()])];
}

/**
 * The occasion as a selection sees it: without the families it leaves out, led by what it follows, weighed again if that
 * changed it; undefined where nothing is left.
 */
export function asFollowed(
  occasion: Occasion,
  selection: Selection,
  isFollowed: Concerns,
  context: SignificanceContext,
): Occasion | undefined {
  if (occasion.lead.tier < selection.tier) return undefined;
  const all = [occasion.lead, ...occasion.others];
  const wanted = all.filter(({ event }) => selection.families.includes(familyOf(event.kind)));
  const matching = wanted.filter(({ event }) => isFollowed(event));
  const [first] = wanted;
  const [own] = matching;
  if (first === undefined || own === undefined) return undefined;
  const whole = first === own || TOLD_TO_ALL.has(first.event.kind);
  const told = whole || (TOLD_TOGETHER.has(own.event.kind) && own.event.kind === first.event.kind) ? wanted : matching;
  const lead = whole ? first : own;
  return lead === occasion.lead && told.length === all.length ? occasion : led(lead, told, context);
}

/** What everybody who took part is told of, whoever they are. */
const TOLD_TO_ALL: ReadonlySet<Kind> = new Set<Kind>(["organisation-founded", "organisation-dissolved"]);

/** What is one line with the others who did the same, even for a server that follows only one of them. */
const TOLD_TOGETHER: ReadonlySet<Kind> = new Set<Kind>([
  "expulsion",
  "joined",
  "left",
  "independence",
  "state-founded",
  "treaty-signed",
]);

function led(lead: Anniversary, told: readonly Anniversary[], context: SignificanceContext): Occasion {
  const others = told.filter((anniversary) => anniversary !== lead);
  const weight = weigh({ lead: lead.event, others: others.map(({ event }) => event) }, context);
  return { id: lead.event.id, lead, others, weight };
}
