import {
  isBegun,
  isChannelGone,
  isUntouched,
  type Revised,
  type Subscription,
  type SubscriptionSettings,
} from "../../src/delivery/subscription.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import type { Asked, Command, Pressed, Reply } from "../command.ts";
import type { Needs } from "../needs.ts";
import { notifies } from "../permissions.ts";
import { refusal } from "../refusal.ts";
import { calendarPressed, channelFrom, tooMany, versionOf } from "./calendar.ts";
import { groupChanges, update } from "./follow.ts";
import { moveHere } from "./move.ts";
import { nextPosting } from "./next-posting.ts";
import { doneMessage, wantsTag } from "./panel.ts";
import { forumOf, knownOf, lostChannel, type PanelNeeds, panelReply } from "./panel-reply.ts";
import { atOf, isOffered } from "./panel-select.ts";
import { chosen, isPanelSetting, refusedChoice } from "./panel-settings.ts";
import { beforeEntry } from "./undo.ts";

type ActionNeeds = PanelNeeds & Pick<Needs, "subscriptions" | "revise" | "resume" | "audit" | "channelUnseen">;

/** What the panel's own controls do: each carries the calendar's id and the version of the calendar that the panel shows. */
export const panelActions = {
  step: (pressed, needs) =>
    onPanel(pressed, needs, (calendar) => {
      const [open] = pressed.values;
      return panelReply("update", { calendar, ...(isPanelSetting(open) ? { open } : {}) }, pressed, needs);
    }),
  set: (pressed, needs) => onPanel(pressed, needs, (calendar) => set(calendar, pressed, needs)),
  move: (pressed, needs) =>
    onPanel(pressed, needs, (calendar) => change("update", calendar, moveHere(calendar, pressed), pressed, needs)),
  groups: (pressed, needs) => onPanel(pressed, needs, (calendar) => takeOver(calendar, pressed, needs)),
  undo: (pressed, needs) => onPanel(pressed, needs, (calendar) => undo(calendar, pressed, needs)),
  done: (pressed, needs) => onPanel(pressed, needs, (calendar) => done(calendar, pressed, needs)),
} satisfies Command<ActionNeeds>["actions"];

/** The panel's calendar where it still shows the settings and the standing as they are; a panel that is older is shown anew and changes nothing. */
async function onPanel(
  pressed: Pressed,
  needs: ActionNeeds,
  act: (calendar: Subscription) => Reply | Promise<Reply>,
): Promise<Reply> {
  const found = await calendarPressed(pressed, needs);
  if (!found.ok) return found.refusal;
  const { calendar } = found;
  return pressed.args[1] === versionOf(calendar) ? act(calendar) : stale(calendar, pressed, needs);
}

async function set(calendar: Subscription, pressed: Pressed, needs: ActionNeeds): Promise<Reply> {
  const [, , setting] = pressed.args;
  const language = needs.language(pressed.locale);
  if (!isPanelSetting(setting)) return refusal(language.text("commands.error.unknown-action"));
  const { channels, roles, values } = pressed;
  const at = atOf(pressed, await forumOf(calendar, needs), needs.places);
  const known = { presets: needs.presets, today: await needs.today(pressed), channels, roles };
  const next = isOffered(calendar, setting, values, at, language)
    ? chosen(setting, values, calendar, known)
    : undefined;
  if (next !== undefined)
    return change(
      "update",
      calendar,
      next,
      pressed,
      needs,
      setting === "mention" ? unnoticed(next, pressed, language) : [],
    );
  const isWrongKind = setting === "channel" && channels.get(values[0] ?? "")?.kind === "unsupported";
  const refused = isWrongKind ? "admin.panel.wrong-channel" : refusedChoice(setting, values, calendar);
  const said = language.text(refused);
  return panelReply("update", { calendar, open: setting, said }, pressed, needs);
}

/** Follows the chosen groups as they are now. */
async function takeOver(calendar: Subscription, pressed: Pressed, needs: ActionNeeds): Promise<Reply> {
  const changes = groupChanges(calendar, needs.presets, await needs.today(pressed));
  const next = update(calendar, changes, needs.language(pressed.locale));
  return next.ok ? change("update", calendar, { ...calendar, ...next.settings }, pressed, needs) : refusal(next.text);
}

/** That Discord will notify nobody of the role that was chosen, and the cures, where that is so. */
function unnoticed(settings: SubscriptionSettings, asked: Asked, language: Language): readonly string[] {
  const role = asked.roles.get(settings.mention?.roleId ?? "");
  const has = channelFrom(asked, settings)?.appPermissions;
  const isTold = role === undefined || has === undefined || notifies(role, has);
  return isTold ? [] : [escapeMarkdown(language.text("admin.panel.no-notice"))];
}

/** Changes a calendar as it was seen, and shows what it is then. Settings that are not there are a channel that nothing can be posted in. */
export async function change(
  kind: "quiet" | "update",
  seen: Subscription,
  settings: SubscriptionSettings | undefined,
  asked: Asked,
  needs: ActionNeeds,
  notes?: readonly string[],
): Promise<Reply> {
  const language = needs.language(asked.locale);
  if (settings === undefined) return refusal(language.text("commands.error.unknown-action"));
  const taken = await takenBy(settings, seen, needs);
  if (taken !== undefined) return panelReply(kind, { calendar: seen, said: language.text(taken) }, asked, needs);
  // nobody goes back to a channel that is gone
  const what = isChannelGone(seen) && settings.channelId !== seen.channelId ? "admin.moved" : "admin.changed";
  return revised(kind, await needs.revise(seen, settings, asked), asked, needs, { what, notes });
}

/** What to say where the channel of some settings has another calendar already; one that was only looked at gives way. */
async function takenBy(
  { channelId }: SubscriptionSettings,
  { id, guildId }: Subscription,
  { subscriptions }: Pick<Needs, "subscriptions">,
): Promise<"admin.panel.channel-taken" | "admin.panel.channel-prepared" | undefined> {
  const other = (await subscriptions(guildId)).find((each) => each.id !== id && each.channelId === channelId);
  if (other === undefined || isUntouched(other)) return undefined;
  return isBegun(other) ? "admin.panel.channel-taken" : "admin.panel.channel-prepared";
}

/** Takes the change back that the button was made for; the panel shows the settings as that change left them. */
async function undo(calendar: Subscription, pressed: Pressed, needs: ActionNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  const settings = beforeEntry(calendar, pressed.args[2], await needs.audit(calendar));
  if (settings === undefined) return refusal(language.text("admin.changed-since"));
  const taken = await takenBy(settings, calendar, needs);
  if (taken !== undefined) return panelReply("update", { calendar, said: language.text(taken) }, pressed, needs);
  if (settings.channelId !== calendar.channelId && (await needs.channelUnseen(settings.channelId)) !== undefined)
    return panelReply("update", { calendar, said: language.text("admin.panel.channel-gone") }, pressed, needs);
  return revised("update", await needs.revise(calendar, settings, pressed), pressed, needs, { what: "admin.undone" });
}

async function done(calendar: Subscription, pressed: Pressed, needs: ActionNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  if (wantsTag(calendar, await forumOf(calendar, needs))) {
    const said = language.text("admin.panel.tag-first");
    return panelReply("update", { calendar, open: "forum-tags", said }, pressed, needs);
  }
  const isActive = calendar.standing.state === "active";
  const lost = isActive ? undefined : await lostChannel("update", calendar, pressed, needs);
  if (lost !== undefined) return lost;
  const begun = isActive ? calendar : await needs.resume(calendar, pressed);
  if (begun === "full") return tooMany("begun", language);
  if (begun === undefined) return refusal(language.text("admin.over"));
  const posting = nextPosting(await knownOf(begun, pressed, needs));
  return {
    kind: "update",
    message: doneMessage(begun, isBegun(calendar) ? "kept" : "begun", posting, pressed, language),
  };
}

function revised(
  kind: "quiet" | "update",
  result: Revised | undefined,
  asked: Asked,
  needs: ActionNeeds,
  { what, notes }: { readonly what: Said; readonly notes?: readonly string[] | undefined },
): Reply | Promise<Reply> {
  const language = needs.language(asked.locale);
  if (result === undefined) return refusal(language.text("admin.over"));
  const { outcome, subscription: calendar } = result;
  if (outcome !== "changed") {
    const said = language.text(outcome === "same" ? "admin.same" : "admin.panel.stale");
    return panelReply(kind, { calendar, said, notes }, asked, needs);
  }
  const undoable = what === "admin.changed" ? result.entry : undefined;
  return panelReply(kind, { calendar, said: language.text(what), notes, undoable }, asked, needs);
}

type Said = "admin.changed" | "admin.moved" | "admin.undone";

function stale(calendar: Subscription, asked: Asked, needs: ActionNeeds): Promise<Reply> {
  return panelReply("update", { calendar, said: needs.language(asked.locale).text("admin.panel.stale") }, asked, needs);
}
