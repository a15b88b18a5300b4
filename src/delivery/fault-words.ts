import type { Language } from "../messages/language.ts";
import type { Fault, Subscription } from "./subscription.ts";

/** What an admin must mend and how, for the kind of channel: into a voice channel one sees with View Channel and Connect alone. */
export function faultWords(
  language: Language,
  fault: Fault,
  { channelKind }: Pick<Subscription, "channelKind">,
): string {
  return language.text(
    fault === "no-access" && channelKind === "voice" ? "delivery.fault.no-access.voice" : `delivery.fault.${fault}`,
  );
}
