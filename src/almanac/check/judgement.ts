import type { Fault } from "../fault.ts";
import { readJudgementTables } from "../judgement-tables.ts";
import type { Register } from "../parties/register.ts";
import { reportAt } from "./table.ts";

/** What the rows of data/significance name must be there: an organisation, an event of that date and name, the page of a source. */
export interface Named {
  readonly parties: Pick<Register, "party">;
  /** Names and ids of events by date: "1949-04-04 North Atlantic Treaty". */
  readonly events: ReadonlySet<string>;
  /** The cells of events at fault: by the dates in their ids they may be the ones that are named. */
  readonly faulty: readonly (readonly string[])[];
  /** Ids of pages. */
  readonly sources: Iterable<string>;
}

/** Every row of data/significance is one that can be read, and names what there is. */
export function checkJudgement(dataDir: string, { parties, events, faulty, sources }: Named, faults: Fault[]): void {
  const tables = readJudgementTables(dataDir, faults);
  for (const { item, ...place } of tables.organisations)
    if (parties.party(item.organisation)?.code !== item.organisation)
      reportAt(place, faults)(`no party has the code "${item.organisation}"`, "write a code of data/parties");
  for (const { item, ...place } of tables.renowned)
    if (!events.has(`${item.date} ${item.event}`) && !faulty.some(([id = ""]) => id.includes(item.date)))
      reportAt(place, faults)(
        `no event of ${item.date} has the name or the id "${item.event}"`,
        "write the date and the name, or the id, as data/events has them",
      );
  const ids = [...sources];
  for (const { item, ...place } of tables.pages)
    if (!ids.some((id) => id.startsWith(item.begins)))
      reportAt(place, faults)(`no page's id begins with "${item.begins}"`, "write the start of an id of data/sources");
}
