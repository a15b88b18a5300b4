import type { Kysely } from "kysely";
import { z } from "zod";
import type { Tables } from "../tables.ts";

/**
 * Calendars that followed what all of their parties did together follow these as a pair (or more) from here on, and the record of how
 * they came to says it in the same words, so that it can still be taken back.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  const known = new Map<string, Followed>();
  for (const { id, settings } of await db.selectFrom("subscription").select(["id", "settings"]).execute()) {
    const read = stored.safeParse(parsed(settings));
    if (!read.success) continue;
    const { match, ...selection } = read.data.selection;
    const followed = { parties: selection.parties.join(" "), match };
    known.set(id, followed);
    const { parties, together } = wordsOf(followed);
    const anew = { ...selection, parties: list(parties), together: list(together).map((codes) => codes.split("+")) };
    const text = JSON.stringify({
      ...read.data,
      selection: { ...anew, parties: anew.parties.filter((code) => code !== NONE) },
    });
    await db.updateTable("subscription").set({ settings: text }).where("id", "=", id).execute();
  }
  await rewriteRecord(db, known);
}

const NONE = "-";

/** Whom a calendar followed, as its record had it. */
interface Followed {
  readonly parties: string;
  readonly match: string;
}

const stored = z.looseObject({ selection: z.looseObject({ parties: z.array(z.string()), match: z.string() }) });
const record = z.array(z.object({ setting: z.string(), from: z.string(), to: z.string() }));

/** From the newest entry back, so that it is known of each what was followed after it and before. */
async function rewriteRecord(db: Kysely<Tables>, known: Map<string, Followed>): Promise<void> {
  const newestFirst = db.selectFrom("audit").select(["guild_id", "number", "at", "subscription_id", "changes"]);
  const entries = await newestFirst.orderBy("number", "desc").orderBy("at", "desc").execute();
  for (const { subscription_id: id, changes, ...entry } of entries) {
    const read = record.safeParse(parsed(changes));
    if (!read.success) continue;
    const change = (setting: string) => read.data.find((each) => each.setting === setting);
    const [parties, match] = [change("parties"), change("match")];
    if (parties === undefined && match === undefined) continue;
    const now = known.get(id) ?? { parties: "", match: "any" };
    const after = { parties: parties?.to ?? now.parties, match: match?.to ?? now.match };
    const before = { parties: parties?.from ?? after.parties, match: match?.from ?? after.match };
    known.set(id, before);
    const others = read.data.filter(({ setting }) => setting !== "parties" && setting !== "match");
    await db
      .updateTable("audit")
      .set({ changes: JSON.stringify([...changesOf(wordsOf(before), wordsOf(after)), ...others]) })
      .where("guild_id", "=", entry.guild_id)
      .where("number", "=", entry.number)
      .where("at", "=", entry.at)
      .where("subscription_id", "=", id)
      .where("changes", "=", changes)
      .execute();
  }
}

type Words = ReturnType<typeof wordsOf>;

function changesOf(before: Words, after: Words) {
  return (["parties", "together"] as const)
    .filter((setting) => before[setting] !== after[setting])
    .map((setting) => ({ setting, from: before[setting], to: after[setting] }));
}

/** The same as this version's record has it. */
function wordsOf({ parties, match }: Followed) {
  const isTogether = match === "all" && list(parties).length > 1;
  return isTogether ? { parties: NONE, together: list(parties).join("+") } : { parties, together: "" };
}

function list(text: string): readonly string[] {
  return text.split(" ").filter((part) => part !== "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
