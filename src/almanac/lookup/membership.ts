import { listAt } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import { dateOfNumber } from "../calendar.ts";
import { KINDS, type Kind } from "../kind.ts";
import { type Change, type MembersOn, membership } from "../parties/membership.ts";
import type { Register } from "../parties/register.ts";
import type { PartyCode } from "../party.ts";
import type { RowSet } from "./row-set.ts";
import type { Rows } from "./rows.ts";

/**
 * The rows that name an organisation of which all the parties (each with what it continues) were members on the day, but for those that tell
 * of others who came or left.
 */
export type ThroughOrganisations = (parties: readonly Iterable<PartyCode>[]) => RowSet;

/** Finds them in what the archive tells of joining and leaving, worked out when somebody first asks. */
export function throughOrganisations(index: Index, rows: Rows, register: Register): ThroughOrganisations {
  // Who was a member when takes a while to find out, and few ask.
  let known: { readonly stages: readonly Stage[]; readonly others: RowSet } | undefined;
  return (parties) => {
    known ??= {
      stages: stagesOf(index, rows, register),
      others: rows.ofKinds((kind) => !COMINGS.includes(kind)),
    };
    const lines = parties.map((codes) => [...codes]);
    const together = known.stages.filter(({ members }) =>
      lines.every((line) => line.some((code) => members.has(code))),
    );
    const theirs = known.others.or(rows.ofParties(lines.flat()));
    return rows.ofLists(together.map((stage) => stage.rows)).and(theirs);
  };
}

/** What an organisation did while it had the same members. */
interface Stage {
  readonly members: ReadonlySet<PartyCode>;
  readonly rows: Uint32Array;
}

/** Of all organisations. */
function stagesOf(index: Index, rows: Rows, register: Register): readonly Stage[] {
  const changes = changesIn(index, rows);
  return index.parties.flatMap((code, number) =>
    register.party(code)?.type === "organisation"
      ? stagesOfOne(listAt(index.rowsOfParty, number), index, membership(register, code, changes))
      : [],
  );
}

/** Rows are in order of their dates, so a stage is a stretch of them. */
function stagesOfOne(rows: Uint32Array, { dates }: Index, membersOn: MembersOn): readonly Stage[] {
  const membersAt = Array.from(rows, (row) => membersOn(dateOfNumber(dates[row] ?? 0)));
  const starts = [...membersAt.keys()].filter((at) => membersAt[at] !== membersAt[at - 1]);
  return starts.flatMap((start, at) => {
    const members = membersAt[start];
    return members === undefined || members.size === 0 ? [] : [{ members, rows: rows.subarray(start, starts[at + 1]) }];
  });
}

const CHANGES: readonly Kind[] = ["joined", "left"];
const COMINGS: readonly Kind[] = [...CHANGES, "observer"];

function changesIn(index: Index, rows: Rows): readonly Change[] {
  const changes: Change[] = [];
  rows
    .ofKinds((kind) => CHANGES.includes(kind))
    .each((row) => {
      const kind = KINDS[index.kinds[row] ?? 0];
      const [first, ...others] = [...listAt(index.partiesOfRow, row)].flatMap((number) => index.parties[number] ?? []);
      if (kind && first !== undefined)
        changes.push({ kind, parties: [first, ...others], date: dateOfNumber(index.dates[row] ?? 0) });
    });
  return changes;
}
