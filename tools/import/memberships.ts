import { type Fact, parseFact } from "./fact.ts";
import { readImportTable } from "./tables.ts";

const COLUMNS = ["date", "kind", "organisation", "members", "note", "confidence", "source", "url", "reason"] as const;

/**
 * Who joined or left organisations of which no collected file tells, and better pages for those of which one does: each
 * row the members of one organisation on one date, with a page that was read. Codes as in the collected files.
 */
export function readMemberships(): readonly Fact[] {
  return readImportTable("memberships", COLUMNS).flatMap(({ line, cell }) =>
    cell("members")
      .split(" ")
      .map((member) =>
        parseFact(
          JSON.stringify({
            date: cell("date"),
            kind: cell("kind"),
            parties: [member, cell("organisation")],
            note: cell("note") || undefined,
            confidence: cell("confidence") || "high",
            source: { name: cell("source"), url: cell("url") },
          }),
          "memberships",
          line,
        ),
      ),
  );
}
