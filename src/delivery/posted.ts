import type { Instant } from "../ports.ts";
import { afterwork } from "./afterwork.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import type { Needs } from "./needs.ts";
import { persist } from "./persist.ts";
import type { FormName, Sending } from "./send.ts";
import { failed, settle } from "./settle.ts";
import { type Fault, isRefused, REFUSALS, type Subscription, TEXT_REFUSALS } from "./subscription.ts";
import { tell, tellOfDoubt } from "./tell.ts";

/** A post that is out. In which form is not known of one that was found. */
type Posted = Pick<Extract<Sending, { ended: "sent" }>, "messageId" | "detail"> & {
  readonly isUntagged?: boolean;
  readonly form: FormName | undefined;
};

/**
 * Publishes a post that is out where that is wanted, writes down what its admins are to be told that it went out without, and only then
 * settles its row: after a crash in between they are told all the same.
 */
export async function sent(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  title: string,
  { messageId, form, isUntagged = false, detail }: Posted,
): Promise<undefined> {
  const undone = await afterwork(needs, delivery, subscription, messageId, title);
  if ("until" in undone)
    return settle(needs, delivery, { ...failed(undone.until, delivery.uncertainSince, undone.detail), messageId });
  const lacking = form === undefined || form === "full" ? [] : [LACKING[form]];
  const untagged = isUntagged ? (["tag-gone"] as const) : [];
  const faults: readonly Fault[] = [...lacking, ...untagged, ...undone.map(({ fault }) => fault)];
  for (const fault of faults) await persist(needs, delivery.key, () => tell(needs, subscription, fault));
  const details = [detail, ...undone.map((each) => each.detail)].filter((part) => part !== undefined);
  await conclude(needs, delivery, subscription, {
    state: "sent",
    messageId,
    ...(details.length > 0 && { detail: details.join("; ") }),
  });
  const shown = form === undefined ? AFTER_A_FIND : AFTER_A_POST;
  const mended = shown.filter((fault) => !faults.includes(fault));
  await persist(needs, delivery.key, () => needs.store.guilds.withdraw(subscription, mended));
}

/** What it means for a server that its post went out in a lesser form. */
const LACKING = { bare: "files-refused", plain: "plain-only" } as const;
/** What a post can show to be mended, and one that was found. */
const AFTER_A_FIND: readonly Fault[] = ["crosspost-refused", "thread-refused"];
const AFTER_A_POST: readonly Fault[] = ["files-refused", "plain-only", "tag-gone", ...AFTER_A_FIND];

/** So long a server is not told twice of texts that it refuses, though others go through. */
const WEEK = 7 * 86_400_000;

/** Settles, and what follows from a settlement for the subscription: a post that went through ends every refusal. */
export async function conclude(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  settlement: Settlement,
): Promise<undefined> {
  const { store, clock } = needs;
  await persist(needs, delivery.key, () => tellOfDoubt(needs, delivery, subscription, settlement));
  const isSent = settlement.state === "sent";
  // what was told of refusals goes before the row is settled: were it left by a crash in between, nobody would be told of the next one
  if (isSent) await persist(needs, delivery.key, () => store.guilds.withdraw(subscription, REFUSALS));
  await settle(needs, delivery, settlement);
  if (!isSent) return;
  await persist(needs, delivery.key, async () => {
    if (isRefused(subscription)) await store.subscriptions.recover(subscription, clock.now());
    await store.guilds.withdraw(subscription, TEXT_REFUSALS, clock.now() - WEEK);
  });
}

/** A trial that went through ends every refusal of its channel. */
export async function wentThrough(
  store: Needs["store"],
  subscription: Pick<Subscription, "id" | "channelId" | "standing">,
  now: Instant,
): Promise<void> {
  if (isRefused(subscription)) await store.subscriptions.recover(subscription, now);
  await store.guilds.withdraw(subscription, REFUSALS);
}
