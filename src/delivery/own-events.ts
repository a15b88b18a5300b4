import type { MonthDay } from "../almanac/calendar.ts";
import { OWN_FIELDS, type OwnEvent, type OwnEventContent, type OwnEventId, ownTexts } from "../almanac/own-event.ts";
import type { EntryId } from "./audit.ts";

/** What an admin did with the server's own dates; those of "events" are of several at once. */
export const OWN_ACTS = ["event-added", "event-changed", "event-removed", "events-imported", "import-undone"] as const;
export type OwnAct = (typeof OWN_ACTS)[number];

/** What a line of the record tells of: a part of one own event, or how many came at once and under which ids (spaces between them). */
export const OWN_CHANGES = [...OWN_FIELDS, "count", "ids"] as const;

/** One part before and after somebody changed it; empty for none. */
export interface OwnChange {
  readonly field: (typeof OWN_CHANGES)[number];
  readonly from: string;
  readonly to: string;
}

/** Who did what with which own event when, and in which channel; kept as long as all that admins change (audit.ts). */
export interface OwnAuditEntry {
  /** As that of every change (audit.ts). */
  readonly id: EntryId;
  /** Empty for several at once. */
  readonly eventId: OwnEventId;
  readonly channelId: string;
  readonly at: number;
  readonly userId: string;
  readonly act: OwnAct;
  readonly changes: readonly OwnChange[];
}

/** Who asks for a change, where and when. */
export type By = Pick<OwnAuditEntry, "userId" | "channelId" | "at">;

/** The parts that differ, in the order of OWN_FIELDS; undefined is what is not there yet, or no more. */
export function ownChanges(
  before: OwnEventContent | undefined,
  after: OwnEventContent | undefined,
): readonly OwnChange[] {
  const [from, to] = [before && ownTexts(before), after && ownTexts(after)];
  return OWN_FIELDS.map((field) => ({ field, from: from?.[field] ?? "", to: to?.[field] ?? "" })).filter(
    (change) => change.from !== change.to,
  );
}

/** As Added, of such as say nothing that is there already. */
export type AddedNew =
  | { readonly ok: true; readonly events: readonly OwnEvent[]; readonly entry: EntryId | undefined }
  | { readonly ok: false; readonly present: number };

/**
 * The events as they are now, with the entry of the record that tells of it, where there is one; or how many there are already, where these
 * would be more than a server may have; or which one there says the same already.
 */
export type Added = AddedNew | Same;

/** That one says all of it already (ownKey), so nothing was done. */
export interface Same {
  readonly ok: false;
  readonly same: OwnEvent;
}

/** One before and after somebody changed it. */
export interface OwnEventChanged {
  readonly ok: true;
  readonly before: OwnEvent;
  readonly after: OwnEvent;
  readonly entry: EntryId | undefined;
}

/** One as it was. */
export interface OwnEventRemoved {
  readonly gone: OwnEvent;
  readonly entry: EntryId;
}

/** What became of an import that was taken back: so many were removed, and so many stay, since somebody has changed them. */
export interface ImportUndone {
  readonly removed: number;
  readonly changed: number;
}

/** Servers' own dates. No verb sees those of another server; each change is written with the record of who made it. */
export interface OwnEventStore {
  /** By day of the year, then by year. */
  ofGuild(guildId: string): Promise<readonly OwnEvent[]>;
  /** Those of these days of the year, whatever their year, in that order. */
  onDays(guildId: string, days: readonly MonthDay[]): Promise<readonly OwnEvent[]>;
  find(guildId: string, id: OwnEventId): Promise<OwnEvent | undefined>;
  /** Adds all of them, each under an id of its own unless it brings one, or none where they are too many (OWN_LIMITS), or one is there already. */
  add(guildId: string, events: readonly (OwnEventContent & { readonly id?: OwnEventId })[], by: By): Promise<Added>;
  /** Adds one that was removed under the id it had; undefined where somebody else has done so already. */
  restore(guildId: string, event: OwnEventContent & { readonly id: OwnEventId }, by: By): Promise<Added | undefined>;
  /** Makes of one what a function says, one caller after the other; undefined where it is gone, or the function says so. Never what another is. */
  change(
    guildId: string,
    id: OwnEventId,
    made: (present: OwnEvent) => OwnEventContent | undefined,
    by: By,
  ): Promise<OwnEventChanged | Same | undefined>;
  /** Deletes one; as it was, or undefined where it was gone already. */
  remove(guildId: string, id: OwnEventId, by: By): Promise<OwnEventRemoved | undefined>;
  /**
   * Deletes what came with the import of that entry and has not been changed since, at once; undefined where nothing of it is left to delete, or
   * no import is on record under that id.
   */
  undoImport(guildId: string, entry: EntryId, by: By): Promise<ImportUndone | undefined>;
  /** Who did what, newest first; with one event only where its id is given. */
  history(guildId: string, limit: number, id?: OwnEventId): Promise<readonly OwnAuditEntry[]>;
}
