import type { Answer, OutgoingMessage, Snowflake } from "../ports.ts";
import type { Composition } from "./compose.ts";
import { timeliness } from "./due.ts";
import { describeAnswer, type Remedy, remedyOf } from "./failures.ts";
import type { Delivery } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { stamp } from "./stamp.ts";
import type { Subscription } from "./subscription.ts";

/** A request takes at most so long (ports.ts, Discord); a claim with less left than this is not acted on any more. */
const REQUEST_LIMIT = 15_000;

/** How sending one post ended: with its id, or with what to do about the last refusal. */
export type Sending =
  | { readonly ended: "sent"; readonly messageId: Snowflake | undefined; readonly detail: string | undefined }
  | { readonly ended: "claim-over" | "too-late" }
  | { readonly ended: "refused"; readonly remedy: FinalRemedy; readonly detail: string };

export type FinalRemedy = Exclude<Remedy, { do: "accept" } | { do: "degrade" } | { do: "post-as-forum" }>;

/** Sends a composition in its richest form, and in lesser ones while Discord refuses only the extra. */
export async function send(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  composition: Composition,
): Promise<Sending> {
  const roleId = mentionedRole(subscription, composition);
  const { full, bare, plain } = composition;
  const forms = full.files.length === 0 ? [full, plain] : [full, bare, plain];
  let channelKind = subscription.channelKind;
  for (let form = forms.shift(), detail: string | undefined; form !== undefined; ) {
    const message = stamp(form, delivery.key, roleId);
    const answer = await post(needs, delivery, { ...subscription, channelKind }, composition.title, message);
    if (answer === "claim-over" || answer === "too-late") return { ended: answer };
    if (answer.outcome === "done") return { ended: "sent", messageId: answer.value, detail };
    const remedy = remedyOf(answer);
    detail = describeAnswer(answer);
    if (remedy.do === "accept") return { ended: "sent", messageId: undefined, detail };
    if (remedy.do === "post-as-forum") {
      if (channelKind === "forum") return refused({ do: "suspend", fault: "wrong-channel" }, detail);
      channelKind = "forum";
      await needs.store.subscriptions.amend(subscription.id, { channelKind });
    } else if (remedy.do === "degrade") {
      const next = lesser(forms, form, remedy.fault);
      if (next === undefined) return refused({ do: remedy.orElse, fault: remedy.fault }, detail);
      form = next;
    } else return refused(remedy, detail);
  }
  throw new Error("a composition has at least one form");
}

/** The next form worth trying: without permission only the files may be what is refused, so only dropping them helps. */
function lesser(forms: OutgoingMessage[], present: OutgoingMessage, fault: string): OutgoingMessage | undefined {
  return fault === "no-permission" && present.files.length === 0 ? undefined : forms.shift();
}

function refused(remedy: FinalRemedy, detail: string): Sending {
  return { ended: "refused", remedy, detail };
}

function mentionedRole({ mention }: Subscription, { tiers }: Composition): Snowflake | undefined {
  return mention?.tiers.some((tier) => tiers.includes(tier)) ? mention.roleId : undefined;
}

/**
 * One request, unless its turn comes too late: its date or its window has passed meanwhile, or the claim would be over before its
 * answer, and another process may be on it already.
 */
async function post(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  name: string,
  message: OutgoingMessage,
): Promise<Answer<Snowflake> | "claim-over" | "too-late"> {
  const { channelKind, channelId, forumTags } = subscription;
  let over: "claim-over" | "too-late" | undefined;
  const answer = await ask(needs, async (): Promise<Answer<Snowflake>> => {
    const now = needs.clock.now();
    if (now > (delivery.wakeAt ?? 0) - REQUEST_LIMIT) over = "claim-over";
    if (timeliness(subscription, delivery.due, now) === "missed") over = "too-late";
    if (over !== undefined) return { outcome: "limited", retryAfter: 0, scope: "shared", code: 0 };
    return channelKind === "forum" || channelKind === "media"
      ? needs.discord.createForumPost(channelId, { name, tags: forumTags, message })
      : needs.discord.createMessage(channelId, message, delivery.key);
  });
  return over ?? answer;
}
