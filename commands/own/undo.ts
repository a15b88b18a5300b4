import { type OwnEvent, type OwnEventContent, ownFromTexts, ownTexts } from "../../src/almanac/own-event.ts";
import type { OwnAuditEntry } from "../../src/delivery/own-events.ts";
import type { Pressed, Refusal, Reply } from "../command.ts";
import { refusal } from "../refusal.ts";
import { doneMessage } from "./card.ts";
import { notAdded, notChanged } from "./not-added.ts";
import { by, type OwnNeeds, serverOf } from "./own.ts";

/** Takes back what the button was made for, unless somebody has changed that own date since. */
export async function undo(pressed: Pressed, needs: OwnNeeds): Promise<Reply> {
  const [id = "", entry = ""] = pressed.args;
  const [last] = await needs.ownEvents.history(serverOf(pressed), 1, id);
  const done = last !== undefined && last.id === entry ? await takenBack(last, pressed, needs) : undefined;
  if (done === undefined) return refusal(needs.language(pressed.locale).text("own.error.changed-since"));
  if ("kind" in done) return done;
  return { kind: "update", message: await doneMessage("own.undone", done, pressed, needs) };
}

type Done = { readonly before?: OwnEvent; readonly now?: OwnEvent };

async function takenBack(
  entry: OwnAuditEntry,
  pressed: Pressed,
  { ownEvents, language }: OwnNeeds,
): Promise<Done | Refusal | undefined> {
  const [server, id] = [serverOf(pressed), entry.eventId];
  switch (entry.act) {
    case "event-added": {
      const removed = await ownEvents.remove(server, id, by(pressed));
      return removed && { before: removed.gone };
    }
    case "event-changed": {
      const changed = await ownEvents.change(server, id, (present) => asBefore(present, entry), by(pressed));
      if (changed?.ok === false) return notChanged(changed, language(pressed.locale));
      return changed && { before: changed.before, now: changed.after };
    }
    case "event-removed": {
      const content = ownFromTexts({ ...NOTHING, ...before(entry) });
      const added = content && (await ownEvents.restore(server, { ...content, id }, by(pressed)));
      if (added?.ok === false) return notAdded(added, language(pressed.locale));
      return added?.events[0] && { now: added.events[0] };
    }
    case "events-imported":
    case "import-undone":
      return undefined; // undoImport (import/import.ts) takes back the former
  }
}

const NOTHING = { date: "", text: "", countries: "", kind: "", link: "" } as const;

function before({ changes }: OwnAuditEntry): Readonly<Record<string, string>> {
  return Object.fromEntries(changes.map(({ field, from }) => [field, from]));
}

/** It with the changed parts as they were; undefined where they are not as the change left them. */
function asBefore(present: OwnEvent, entry: OwnAuditEntry): OwnEventContent | undefined {
  const texts = ownTexts(present);
  const isAsLeft = entry.changes.every(({ field, to }) => field !== "count" && field !== "ids" && texts[field] === to);
  return isAsLeft ? ownFromTexts({ ...texts, ...before(entry) }) : undefined;
}
