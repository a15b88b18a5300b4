import type { Instant, Snowflake } from "../ports.ts";
import { afterwork } from "./afterwork.ts";
import { trusted } from "./doubt.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import type { Needs } from "./needs.ts";
import { persist } from "./persist.ts";
import { instantOf } from "./readback.ts";
import { refused } from "./refused.ts";
import type { FormName, Sending } from "./send.ts";
import { failed, settle } from "./settle.ts";
import { type Fault, type Subscription, TEXT_REFUSALS } from "./subscription.ts";
import type { Suspender } from "./suspender.ts";
import { tell, tellOfDoubt } from "./tell.ts";

/** A post that is out. In which form is not known of one that was found. */
type Posted = Pick<Extract<Sending, { ended: "sent" }>, "messageId" | "detail"> & {
  readonly isUntagged?: boolean;
  readonly form: FormName | undefined;
};

/**
 * Publishes a post that is out where that is wanted, writes down what its admins are to be told that it went out without, and only then
 * settles its row: after a crash in between they are told all the same. The fault where its channel refuses everything by now.
 */
export async function sent(
  needs: Needs,
  suspender: Suspender,
  delivery: Delivery,
  subscription: Subscription,
  title: string,
  { messageId, form, isUntagged = false, detail }: Posted,
): Promise<Fault | undefined> {
  const undone = await afterwork(needs, delivery, subscription, messageId, title);
  if ("until" in undone) {
    const later = failed(undone.until, delivery.uncertainSince, undone.detail);
    return settle(needs, delivery, { ...later, messageId });
  }
  const lacking = form === undefined || form === "full" ? [] : [LACKING[form]];
  const untagged = isUntagged ? (["tag-gone"] as const) : [];
  const refusals = "closed" in undone ? [] : undone;
  const faults: readonly Fault[] = [...lacking, ...untagged, ...refusals.map(({ fault }) => fault)];
  for (const fault of faults) await persist(needs, delivery.key, () => tell(needs, subscription, fault));
  if ("closed" in undone) {
    const remedy = { do: "suspend", fault: undone.closed } as const;
    return refused(needs, suspender, { ...delivery, messageId }, subscription, remedy, undone.detail, undefined);
  }
  const details = [detail, ...undone.map((each) => each.detail)].filter((part) => part !== undefined);
  await conclude(needs, delivery, subscription, {
    state: "sent",
    messageId,
    ...(details.length > 0 && { detail: details.join("; ") }),
  });
  const shown = form === undefined ? AFTER_A_FIND : AFTER_A_POST;
  const mended = shown.filter((fault) => !faults.includes(fault));
  await persist(needs, delivery.key, () => needs.store.guilds.withdraw(subscription, mended));
  return undefined;
}

/** What it means for a server that its post went out in a lesser form. */
const LACKING = { bare: "files-refused", plain: "plain-only" } as const;
/** What a post can show to be mended, and one that was found. */
const AFTER_A_FIND: readonly Fault[] = ["crosspost-refused", "thread-refused"];
const AFTER_A_POST: readonly Fault[] = ["files-refused", "plain-only", "tag-gone", ...AFTER_A_FIND];

/** So long a server is not told twice of texts that it refuses, though others go through. */
const WEEK = 7 * 86_400_000;

/** Settles, and what follows from a settlement for what its admins are told. */
export async function conclude(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  settlement: Settlement,
): Promise<undefined> {
  const { store, clock } = needs;
  await persist(needs, delivery.key, () => tellOfDoubt(needs, delivery, subscription, settlement));
  await settle(needs, delivery, settlement);
  if (settlement.state !== "sent") return;
  await persist(needs, delivery.key, () => store.guilds.withdraw(subscription, TEXT_REFUSALS, clock.now() - WEEK));
}

/**
 * A post was taken just now: what its channel refused until now is over. Before its row is settled: were what was told left by a crash in
 * between, nobody would be told of the next refusal.
 */
export async function taken(needs: Needs, { key }: Delivery, subscription: Subscription): Promise<void> {
  await persist(needs, key, () => wentThrough(needs.store, subscription, needs.clock.now()));
}

/** A post was found: it shows that what was refused before its own request is over, and nothing of what was refused since. */
export async function takenBefore(
  needs: Needs,
  { key, uncertainSince }: Delivery,
  subscription: Subscription,
  messageId: Snowflake,
): Promise<void> {
  const now = needs.clock.now();
  const asked = trusted(uncertainSince, now) ?? instantOf(messageId);
  await persist(needs, key, () => needs.store.subscriptions.opened(subscription, now, asked));
}

/** A message that went through just now, be it a trial, ends every refusal of its channel. */
export async function wentThrough(
  store: Needs["store"],
  subscription: Pick<Subscription, "id" | "channelId">,
  now: Instant,
): Promise<void> {
  await store.subscriptions.opened(subscription, now);
}
