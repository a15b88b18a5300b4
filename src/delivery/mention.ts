import type { Tier } from "../almanac/anniversary.ts";
import type { Snowflake } from "../ports.ts";
import type { SubscriptionSettings } from "./subscription.ts";

/** The role that a calendar's post mentions: its own, where a line is as round as it asks. Tiers are those of the post's lines. */
export function mentionedRole(
  { mention }: Pick<SubscriptionSettings, "mention">,
  tiers: readonly Tier[],
): Snowflake | undefined {
  return mention?.tiers.some((tier) => tiers.includes(tier)) ? mention.roleId : undefined;
}
