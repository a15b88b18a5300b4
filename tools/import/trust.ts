import type { Draft } from "./draft.ts";

/**
 * How far to believe that a line gives the day on which relations were established; the highest wins its pair.
 * What measured best: facts read by hand, the US Historian for the United States, a ministry's list, two articles,
 * one article that a second table bears out, one article; another stage of relations only where nothing else is known.
 */
export function trust({ facts: [fact], confidence, parties, date }: Draft, isOwnFirstDay: boolean): number {
  if (fact.file === "seeds") return 100;
  if (confidence === "low") return 0;
  const note = fact.note ?? "";
  const exact = date.length === 10 ? 2 : 0;
  if (fact.file === "us-relations" && parties.includes("US")) return (confidence === "high" ? 80 : 40) + exact;
  if (note.includes("PRC foreign ministry list")) return 70;
  if (/other stage of relations|predecessor or earlier regime|non-resident envoy/.test(note)) return 10 + exact;
  const backed = note.includes("also in the bilateral table") ? 5 : 0;
  return (confidence === "high" ? 50 : 30) + backed + exact - (isOwnFirstDay ? 6 : 0);
}
