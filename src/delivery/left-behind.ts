import type { Snowflake } from "../ports.ts";
import { backoff } from "./backoff.ts";
import { mayBeOurs, trusted } from "./doubt.ts";
import { describeAnswer } from "./failures.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { carries, readBack } from "./readback.ts";
import { failed, settle } from "./settle.ts";
import type { Subscription } from "./subscription.ts";

const THERE = "out in the channel that its calendar has left";
const DELETED = "what was written at its moment in the channel that its calendar has left has been deleted since";

/**
 * Looks for a post in the channel that its calendar left while it was under way there: out, it stays there, and nothing more is done about it; not
 * out, the new channel gets it, while its date and window last. Where nobody can tell, it is unknown, and neither gets it.
 */
export async function lookBehind(
  needs: Needs,
  delivery: Delivery,
  { guildId }: Subscription,
  channelId: Snowflake,
): Promise<undefined> {
  return settle(needs, delivery, await settlementOf(needs, delivery, guildId, channelId));
}

async function settlementOf(
  needs: Needs,
  delivery: Delivery,
  guildId: Snowflake,
  channelId: Snowflake,
): Promise<Settlement> {
  const now = needs.clock.now();
  const since = trusted(delivery.uncertainSince, now) ?? now;
  const notOut = failed(now, undefined, "not out in the channel that its calendar has left");
  const unknown = (detail: string) => ({ state: "unknown", fault: undefined, detail, uncertainSince: since }) as const;
  const finding = await readBack(
    needs,
    (request) => ask(needs, request, guildId),
    { guildId, channelId },
    { is: (message) => carries(message, delivery.key), title: undefined, since },
  );
  switch (finding.found) {
    case "there":
      return { state: "sent", messageId: finding.messageId, detail: THERE };
    case "not-there":
      return notOut;
    case "deleted":
      return mayBeOurs(finding.writtenAt, since, delivery) ? unknown(DELETED) : notOut;
    case "cannot-tell":
      return unknown(finding.why);
    case "no-answer":
      return failed(now + backoff(delivery.key, delivery.attempts), since, describeAnswer(finding.answer));
  }
}
