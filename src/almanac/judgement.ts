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
  /** Acts that every reader of international relations knows: the dates on which events of that name are. */
  readonly renowned: ReadonlyMap<string, readonly string[]>;
  readonly words: Words;
  readonly pages: Pages;
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
  /** What every reader of international relations knows. */
  readonly renowned: RegExp;
  /** What their editors hold memorable. */
  readonly memorable: RegExp;
  /** Every event of its sort, great and small. */
  readonly list: RegExp;
  /** Everything that was ever signed. */
  readonly register: RegExp;
}

const UNJUDGED: KindJudgement = { weight: 1, place: 0, isRoutine: true };

/** What an editor judged of a kind; one that nobody judged is routine. */
export function judgementOf(kind: Kind, { kinds }: Judgement): KindJudgement {
  return kinds.get(kind) ?? UNJUDGED;
}

/** Whether everybody knows it by its name, or a page was read for it because everybody does. */
export function isRenowned({ kind, date, name, sources }: Event, { renowned, pages }: Judgement): boolean {
  if (kind === "treaty-in-force" || kind === "treaty-ratified" || kind === "treaty-ended") return false;
  if (sources.some(({ id }) => pages.renowned.test(id))) return true;
  return name !== undefined && (renowned.get(name)?.includes(formatDate(date)) ?? false);
}

/** Whether a page that lists what is memorable has it. */
export function isMemorable(event: Event, { pages }: Judgement): boolean {
  return event.sources.some(({ id }) => pages.renowned.test(id) || pages.memorable.test(id));
}
