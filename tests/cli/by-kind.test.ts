import { expect, test } from "vitest";
import { attacheWith } from "./run-attache.ts";

test("what is asked for by its kind is told by what is of that kind, on a day, ahead and in a year, to people as to programs", async () => {
  const asked = ["--country", "MZ", "--kind", "relations-established"];
  for (const when of [
    ["on", "2026-06-25"],
    ["upcoming", "--from", "2026-06-25", "--days", "1"],
    ["jubilees", "2025"],
  ]) {
    const [people, programs] = await Promise.all([
      attacheWith("data", ...when, ...asked),
      attacheWith("data", ...when, ...asked, "--json"),
    ]);
    const events = JSON.parse(programs.out) as readonly { kind: string; parties: readonly string[] }[];
    expect(events.length, when[0]).toBeGreaterThan(0);
    expect(events.every(({ kind, parties }) => kind === "relations-established" && parties.includes("MZ"))).toBe(true);
    expect(people.out).toMatch(/relations.*Mozambique|Mozambique.*relations/);
    expect(people.out).not.toContain("independent");
  }
});
