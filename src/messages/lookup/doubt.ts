import type { Event } from "../../almanac/event.ts";
import type { Language } from "../language.ts";

/** Why an event is not certain, in plain text: its sources differ, or are few and weak; empty where it is. */
export function doubtText({ confidence, otherDates, sources }: Event, { text }: Language): string {
  if (confidence === "high") return "";
  if (confidence === "low") return text("lookup.event.doubt.low");
  if (otherDates.length > 0) return text("lookup.event.doubt.dates");
  return text("lookup.event.doubt.medium", { count: sources.length });
}

/** The same in a word or two, to stand in brackets behind its date. */
export function doubtMark({ confidence, otherDates, sources }: Event, { text }: Language): string {
  if (confidence === "high") return "";
  if (confidence === "low") return text("post.doubtful");
  if (otherDates.length > 0) return text("lookup.tie.sources-differ");
  return text("lookup.tie.weak", { count: sources.length });
}
