import type { Event } from "./event.ts";
import { isHosted } from "./hosted.ts";
import { witnesses } from "./independence.ts";
import { isMemorable, type Judgement, type Standings } from "./judgement.ts";
import { TWO_SIDED } from "./significance-tables.ts";

/** What its age and its sources make of it: memorable, one among others, or one entry of a register. */
export function standing(event: Event, judgement: Judgement): number {
  const { pages, standings } = judgement;
  const isListed = event.sources.every(({ id }) => pages.list.test(id));
  const kept = isMemorable(event, judgement) ? standings.memorable : isListed ? standings.list : undefined;
  const isOneSided = event.parties.length === 1 && TWO_SIDED.has(event.kind) && !isHosted(event);
  const isEntry = event.kind === "peace-treaty" && event.sources.every(({ id }) => pages.register.test(id));
  return (
    weightIn(standings.any, event) *
    (kept === undefined ? 1 : weightIn(kept, event)) *
    (isOneSided ? ONE_SIDED : 1) *
    (isEntry ? ENTRY : 1) *
    (event.confidence === "medium" ? LIKELY : 1) *
    (1 + WITNESS * Math.min(4, Math.max(0, witnesses(event.sources) - 1)))
  );
}

/** The other side was no state that anybody knows. */
const ONE_SIDED = 0.2;
/** A peace that only registers have carries out another. */
const ENTRY = 0.3;
const LIKELY = 0.75;
/** Each publisher more, up to four. */
const WITNESS = 0.05;

function weightIn(weights: Standings["any"], { kind, parties, date }: Event): number {
  const fits = weights.get(kind)?.find((row) => parties.length >= row.parties && date.year < row.before);
  return fits?.weight ?? 1;
}
