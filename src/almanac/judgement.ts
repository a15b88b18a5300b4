import { formatDate } from "./date.ts";
import type { Event } from "./event.ts";
import type { Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";

/**
 * What an editor has judged once for all days (data/significance): what a kind, an organisation, a name or a page says of how
 * much an event matters. None of it names a day that is posted.
 */
export interface Judgement {
  /** Every kind is there. */
  readonly kinds: ReadonlyMap<Kind, KindJudgement>;
  /** Those that people know by name, and bodies of experts, which nearly every state joins. */
  readonly organisations: ReadonlyMap<PartyCode, OrganisationJudgement>;
  /** What readers of international relations know: by the name or the id of events what they weigh on which date. */
  readonly renowned: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly words: Words;
  readonly pages: Pages;
  readonly standings: Standings;
}

export interface KindJudgement {
  /** All else equal; establishing relations is 10. */
  readonly weight: number;
  /** Which event of an occasion its line is about: the one whose kind has the lowest place. */
  readonly place: number;
  readonly isRoutine: boolean;
}

export interface OrganisationJudgement {
  /** What founding, joining or leaving it weighs beside that of another. */
  readonly weight: number;
  /** Who joined it, and when, is for lookups. */
  readonly isTechnical: boolean;
}

/** What names and offices say, in English as in data/. */
export interface Words {
  /** Treaties that no reader asks about. */
  readonly routine: RegExp;
  /** Treaties that matter although only a register has them. */
  readonly notable: RegExp;
  /** Treaties by which several states found what they belong to. */
  readonly founding: RegExp;
  /** What registers call an act that carries out a peace which was made before. */
  readonly afterPeace: RegExp;
  /** A war's end where it is a treaty of those who fought. */
  readonly endsWar: RegExp;
  /** Offices below a head of state or government. */
  readonly minister: RegExp;
  /** How much more, or less, a treaty or a joint statement weighs that is called so: the first that fits. */
  readonly treaties: readonly Weighed[];
  readonly statements: readonly Weighed[];
}

export interface Weighed {
  readonly name: RegExp;
  readonly weight: number;
}

/** What the ids of pages say of what they list. */
export interface Pages {
  /** What their editors hold memorable. */
  readonly memorable: RegExp;
  /** Every event of its sort, great and small. */
  readonly list: RegExp;
  /** Everything that was ever signed. */
  readonly register: RegExp;
}

/** What events of a kind are worth by their age alone, where a page holds them memorable, and where only lists have them: the first that fits. */
export interface Standings {
  readonly any: StandingsOfKinds;
  readonly memorable: StandingsOfKinds;
  readonly list: StandingsOfKinds;
}
type StandingsOfKinds = ReadonlyMap<Kind, readonly StandingWeight[]>;

export interface StandingWeight {
  /** Of so many parties at least. */
  readonly parties: number;
  /** In a year before this. */
  readonly before: number;
  readonly weight: number;
}

const UNJUDGED: KindJudgement = { weight: 1, place: 0, isRoutine: true };

/** What an editor judged of a kind; one that nobody judged is routine. */
export function judgementOf(kind: Kind, { kinds }: Judgement): KindJudgement {
  return kinds.get(kind) ?? UNJUDGED;
}

/** What an editor lets it weigh because readers know it; undefined of what they do not. What only follows a treaty is not renowned by its name, but where its id is given. */
export function renownOf({ id, kind, date, name = "" }: Event, { renowned }: Judgement): number | undefined {
  const dates = renowned.get(id) ?? (FOLLOWING.has(kind) ? undefined : renowned.get(name));
  return dates?.get(formatDate(date));
}

const FOLLOWING: ReadonlySet<Kind> = new Set<Kind>(["treaty-in-force", "treaty-ratified", "treaty-ended"]);

/** Whether readers know it by its name. */
export function isRenowned(event: Event, judgement: Judgement): boolean {
  return renownOf(event, judgement) !== undefined;
}

/** Whether a page that lists what is memorable has it. */
export function isMemorable(event: Event, { pages }: Judgement): boolean {
  return event.sources.some(({ id }) => pages.memorable.test(id));
}
