import { expect, test } from "vitest";
import { timelineButton } from "../../src/messages/timeline-button.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const labelOf = (parties: string): unknown => {
  const told = occasion(2027, event("1952-06-25", "relations-established", parties));
  const [only] = timelineButton({ ...told, sequel: { lineage: [], next: { years: 80, year: 2032 } } }, english);
  return only !== undefined && "label" in only ? only.label : undefined;
};

test("names the two as in a sentence, with a capital first letter", () => {
  expect(labelOf("NR US")).toBe("Nauru and the United States");
  expect(labelOf("US NR")).toBe("The United States and Nauru");
});
