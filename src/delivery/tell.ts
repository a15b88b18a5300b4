import { type Delivery, isLookedForAgain, type Settlement } from "./ledger.ts";
import type { Needs } from "./needs.ts";
import { type Fault, isRefused, REFUSALS, type Subscription } from "./subscription.ts";

/** That nobody can tell whether a post is out. */
const OF_DOUBT: readonly Fault[] = ["history-needed", "deleted-in-doubt"];
/** These tell of something that happened, each time anew; all others of how things are, once until that has changed. */
const HAPPENINGS: ReadonlySet<Fault> = new Set(["role-gone", ...OF_DOUBT]);

/** The server's admins are to be told (notices.ts tells them). */
export async function tell(
  { store, clock }: Pick<Needs, "store" | "clock">,
  subscription: Pick<Subscription, "guildId" | "id" | "channelId" | "channelKind">,
  fault: Fault,
): Promise<undefined> {
  const { guildId, id, channelId, channelKind } = subscription;
  if (channelKind === "direct") return; // a person has no admins, and nothing to mend
  if (HAPPENINGS.has(fault)) await store.guilds.withdraw(subscription, [fault]);
  await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault, at: clock.now() });
}

/** That nobody can tell whether a post is out is told once, however often it is looked for; once it is known, it is not told any more. */
export async function tellOfDoubt(
  needs: Pick<Needs, "store" | "clock">,
  delivery: Pick<Delivery, "detail">,
  subscription: Subscription,
  settlement: Settlement,
): Promise<void> {
  const again = isLookedForAgain(delivery);
  if (settlement.state === "unknown") {
    if (settlement.fault && !again) await tell(needs, subscription, settlement.fault);
  } else if (again && settlement.state !== "failed")
    await needs.store.guilds.withdraw(subscription, [...OF_DOUBT, ...(isRefused(subscription) ? [] : REFUSALS)]);
}
