import type { Answer, OutgoingMessage, Snowflake } from "../ports.ts";
import type { Composition } from "./compose.ts";
import { isSafe } from "./doubt.ts";
import { timeliness } from "./due.ts";
import type { Extra } from "./extras.ts";
import { describeAnswer, type Remedy, remedyOf } from "./failures.ts";
import { ALL_DIRECT } from "./holds.ts";
import { inLog } from "./in-log.ts";
import type { Delivery } from "./ledger.ts";
import { withoutLinks } from "./links.ts";
import { mentionedRole } from "./mention.ts";
import { askToWrite, type Needs } from "./needs.ts";
import { persist } from "./persist.ts";
import { stamp } from "./stamp.ts";
import { type ChannelKind, isRefused as hasRefused, type Subscription } from "./subscription.ts";

/** A request takes at most so long (ports.ts, Discord); a claim with less left than this is not acted on any more. */
const REQUEST_LIMIT = 15_000;

/** How sending one post ended: with its id, or with what to do about the last refusal. */
export type Sending =
  | {
      readonly ended: "sent";
      readonly messageId: Snowflake | undefined;
      readonly form: FormName;
      /** Without the tags that it was to have. */
      readonly isUntagged: boolean;
      readonly detail: string | undefined;
    }
  | { readonly ended: "claim-over" | "too-late" | "gone" }
  | { readonly ended: "refused"; readonly remedy: FinalRemedy; readonly detail: string };

export type FinalRemedy = Exclude<
  Remedy,
  { do: "accept" } | { do: "degrade" } | { do: "strip-links" } | { do: "untag" } | { do: "post-as-forum" }
>;

export type FormName = "full" | "bare" | "plain";

const WITHOUT = "without what was refused of an earlier post on that date";

/** What is tried next: a form of the composition, in a kind of channel, with or without its links. */
interface Attempt {
  readonly form: FormName;
  readonly channelKind: ChannelKind;
  readonly linkless: boolean;
  readonly tagless: boolean;
}

/**
 * Sends a composition in its richest form, and in lesser ones while Discord refuses only the extra. The delivery says since when an
 * attempt may have been carried out that only its nonce keeps apart from this one.
 */
export async function send(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  composition: Composition,
): Promise<Sending> {
  const roleId = mentionedRole(subscription, composition.tiers);
  let { revision } = subscription;
  let isFilesFault = false;
  const isRefused = (extra: Extra) => needs.extras.isRefused(extra, delivery, subscription, composition);
  let attempt: Attempt = {
    form: composition.full.files.length > 0 && isRefused("files") ? "bare" : "full",
    channelKind: subscription.channelKind,
    linkless: isRefused("links"),
    tagless: subscription.forumTags.length > 0 && isRefused("tags"),
  };
  let detail = attempt.linkless || attempt.tagless || attempt.form === "bare" ? WITHOUT : undefined;
  for (;;) {
    const { form, channelKind, linkless, tagless } = attempt;
    const message = stamp(linkless ? withoutLinks(composition[form]) : composition[form], delivery.key, roleId);
    const answer = await post(
      needs,
      delivery,
      { ...placeOf(subscription, attempt), revision },
      composition.title,
      message,
    );
    if (typeof answer === "string") return { ended: answer };
    if (answer.outcome === "done") {
      if (isFilesFault) needs.extras.refused("files", delivery, subscription, composition);
      return { ended: "sent", messageId: answer.value, form, isUntagged: tagless, detail };
    }
    const remedy = remedyOf(answer);
    isFilesFault = remedy.do === "degrade" && remedy.fault === "no-permission";
    detail = describeAnswer(answer);
    heed(needs, delivery, subscription, remedy, detail);
    if (remedy.do === "accept") return { ended: "sent", messageId: undefined, form, isUntagged: tagless, detail };
    if (remedy.do === "untag") needs.extras.refused("tags", delivery, subscription, composition);
    if (remedy.do === "strip-links") needs.extras.refused("links", delivery, subscription, composition);
    const next = nextAttempt(attempt, composition, remedy, subscription);
    if (next === undefined) return { ended: "refused", remedy: lastRemedy(remedy), detail };
    if (next.channelKind !== channelKind) {
      await persist(needs, delivery.key, () =>
        needs.store.subscriptions.amend(
          subscription.id,
          { channelKind: next.channelKind },
          needs.clock.now(),
          subscription.channelId,
        ),
      );
      revision += 1; // by ourselves
    }
    attempt = next;
  }
}

function placeOf(subscription: Subscription, { channelKind, tagless }: Attempt): Subscription {
  return { ...subscription, channelKind, forumTags: tagless ? [] : subscription.forumTags };
}

/** What an answer means beyond this one post: for the people who run the bot, for others in that channel or server. */
function heed(
  { alert, holds }: Needs,
  { key, slot, localDate }: Delivery,
  subscription: Subscription,
  remedy: Remedy,
  detail: string,
): void {
  if (remedy.alert !== undefined)
    alert(remedy.alert, { ...inLog(subscription), delivery: key, slot, localDate, detail });
  if (remedy.do === "retry" && remedy.holds !== undefined)
    holds.hold(
      { channel: subscription.channelId, guild: subscription.guildId, direct: ALL_DIRECT }[remedy.holds],
      remedy.atLeast,
    );
}

/** Another way to send the same post at once; undefined where there is none. */
function nextAttempt(
  attempt: Attempt,
  composition: Composition,
  remedy: Remedy,
  { forumTags }: Subscription,
): Attempt | undefined {
  const { form, channelKind, linkless, tagless } = attempt;
  if (remedy.do === "post-as-forum") return channelKind === "forum" ? undefined : { ...attempt, channelKind: "forum" };
  if (remedy.do === "untag") return tagless || forumTags.length === 0 ? undefined : { ...attempt, tagless: true };
  if (remedy.do === "strip-links" && !linkless) return { ...attempt, linkless: true };
  if (remedy.do !== "degrade" && remedy.do !== "strip-links") return undefined;
  const files = composition[form].files.length > 0;
  if (files) return { ...attempt, form: "bare" };
  // without permission only the files may be what is refused
  return form === "plain" || remedy.fault === "no-permission" ? undefined : { ...attempt, form: "plain" };
}

/** What is to be done where no other way is left. */
function lastRemedy(remedy: Exclude<Remedy, { do: "accept" }>): FinalRemedy {
  if (remedy.do === "post-as-forum") return { do: "suspend", fault: "wrong-channel" };
  if (remedy.do === "strip-links" || remedy.do === "untag") return { do: "reject", fault: remedy.fault };
  if (remedy.do === "degrade") return { do: remedy.orElse, fault: remedy.fault };
  return remedy;
}

/**
 * One request, unless its turn comes too late: its date or its window has passed meanwhile, its calendar has been changed or deleted, or the
 * claim would be over before its answer, and another process may be on it already.
 */
async function post(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  name: string,
  message: OutgoingMessage,
): Promise<Answer<Snowflake> | "claim-over" | "too-late" | "gone"> {
  const { guildId, channelKind, channelId, forumTags } = subscription;
  let over: "claim-over" | "too-late" | "gone" | undefined;
  const answer = await askToWrite(
    needs,
    async (): Promise<Answer<Snowflake>> => {
      const now = needs.clock.now();
      if (now > (delivery.wakeAt ?? 0) - REQUEST_LIMIT) over = "claim-over";
      if (!isSafe(delivery.uncertainSince, now)) over = "claim-over"; // its nonce protects it no more: to be looked for first
      if (needs.gone.has(guildId)) over = "gone"; // removed from the server since: nothing more goes there
      if (timeliness(subscription, delivery.due, now) === "missed") over = "too-late";
      // a database that cannot be read now can be when this is settled
      over ??= (await needs.store.ledger.isCurrent(delivery, subscription).catch(() => false))
        ? undefined
        : "claim-over";
      if (over !== undefined) return { outcome: "limited", retryAfter: 0, scope: "shared", code: 0 };
      return channelKind === "forum" || channelKind === "media"
        ? needs.discord.createForumPost(channelId, { name, tags: forumTags, message })
        : needs.discord.createMessage(channelId, message, delivery.key);
    },
    guildId,
    hasRefused(subscription) ? "refusal" : "unknown",
  );
  return over ?? answer;
}
