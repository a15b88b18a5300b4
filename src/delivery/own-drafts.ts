import type { OwnEventContent } from "../almanac/own-event.ts";
import type { Instant } from "../ports.ts";
import type { AddedNew, By } from "./own-events.ts";

/** Chosen by the store; unique in its server. */
export type OwnDraftId = string;

/** What came of a draft: the events of it that the server did not have yet, and how many these are. */
export type DraftAdded = AddedNew & { readonly count: number };

/** What admins may import of a file, kept until they say so: a button cannot hold it, and outlives the process. */
export interface OwnDraftStore {
  /** Keeps them in the place of what the same admin had waiting in the server. */
  keep(guildId: string, events: readonly OwnEventContent[], by: By): Promise<OwnDraftId>;
  /**
   * Adds those that the server does not have yet, and forgets the draft: at once or not at all. Where they are too many, both stay as
   * they are. Undefined where the draft is no more.
   */
  add(guildId: string, id: OwnDraftId, by: By): Promise<DraftAdded | undefined>;
  /** Forgets one; false where it was no more. */
  drop(guildId: string, id: OwnDraftId): Promise<boolean>;
  /** Deletes older ones, and the rows of servers that had nothing else. */
  prune(before: Instant): Promise<void>;
}
