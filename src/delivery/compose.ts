import type { Tier } from "../almanac/anniversary.ts";
import type { OwnEvent } from "../almanac/own-event.ts";
import type { OutgoingMessage } from "../ports.ts";
import type { About, Several } from "./fault-words.ts";
import type { Slot } from "./ledger.ts";
import type { Fault, SubscriptionSettings } from "./subscription.ts";

/** All that a post's content depends on: subscriptions that agree in it share one composition. */
export interface CompositionRequest {
  readonly slot: Slot;
  /** YYYY-MM-DD where the server lives. */
  readonly localDate: string;
  readonly settings: Pick<SubscriptionSettings, "locale" | "selection" | "headsUpDays" | "reminders">;
  /** The server's own dates on the days that the post is about (own-of-post.ts): nobody else gets a post with them. */
  readonly own: readonly OwnEvent[];
  /** The post is out so late after its hour that it says so. */
  readonly late: boolean;
  /** Not the post itself, and says so. */
  readonly shownAs?: "trial" | "preview";
}

/** A post in falling order of riches: what Discord refuses as it is, is tried in the next form. */
export interface Composition {
  /** With the picture, where there is one; at least one component carries a custom_id, to which delivery adds its key. */
  readonly full: OutgoingMessage;
  /** Without files. */
  readonly bare: OutgoingMessage;
  /** Plain content. Carries a button with a custom_id as well. */
  readonly plain: OutgoingMessage;
  /** The name of the post in a forum or media channel (1 to 100 characters), with the date in it. */
  readonly title: string;
  /** The tiers of the lines shown, for the mention. */
  readonly tiers: readonly Tier[];
}

/** Almanac, digest and messages as delivery sees them. Pure; the same request gives the same answer. */
export interface Composer {
  /** Undefined where there is nothing to say. */
  compose(request: CompositionRequest): Composition | undefined;
  /** What an admin must know of some calendars of a server (of which the same words are true), and how to mend it. */
  notice(fault: Fault, about: Several<About>, locale: string): OutgoingMessage;
}
