import { type Kysely, sql } from "kysely";
import type { Instant } from "../ports.ts";
import type { Dialect } from "./dialect.ts";
import { StoreError } from "./errors.ts";
import { up as subscriptionsAndLedger } from "./migrations/0001-subscriptions-and-ledger.ts";
import { up as dueOfDelivery } from "./migrations/0002-due-of-delivery.ts";
import { up as audit } from "./migrations/0003-audit.ts";
import { up as people } from "./migrations/0004-people.ts";
import { up as revision } from "./migrations/0005-revision.ts";
import { up as ownEvents } from "./migrations/0006-own-events.ts";
import { up as continuity } from "./migrations/0007-continuity.ts";
import { up as ownDrafts } from "./migrations/0008-own-drafts.ts";
import { up as auditNumber } from "./migrations/0009-audit-number.ts";
import { up as auditId } from "./migrations/0010-audit-id.ts";
import { up as together } from "./migrations/0011-together.ts";
import { up as noticeAsked } from "./migrations/0012-notice-asked.ts";
import { up as skipReason } from "./migrations/0013-skip-reason.ts";
import { up as leftChannel } from "./migrations/0014-left-channel.ts";
import { up as commandPlace } from "./migrations/0015-command-place.ts";
import { up as pausedAt } from "./migrations/0016-paused-at.ts";
import type { Tables } from "./tables.ts";

/** Forward only, and never changed once released: a new need is a new number. */
const MIGRATIONS: readonly {
  readonly name: string;
  readonly up: (db: Kysely<Tables>, dialect: Dialect) => Promise<void>;
}[] = [
  { name: "subscriptions-and-ledger", up: subscriptionsAndLedger },
  { name: "due-of-delivery", up: dueOfDelivery },
  { name: "audit", up: audit },
  { name: "people", up: people },
  { name: "revision", up: revision },
  { name: "own-events", up: ownEvents },
  { name: "continuity", up: continuity },
  { name: "own-drafts", up: ownDrafts },
  { name: "audit-number", up: auditNumber },
  { name: "audit-id", up: auditId },
  { name: "together", up: together },
  { name: "notice-asked", up: noticeAsked },
  { name: "skip-reason", up: skipReason },
  { name: "left-channel", up: leftChannel },
  { name: "command-place", up: commandPlace },
  { name: "paused-at", up: pausedAt },
];

/**
 * Brings the database to this version, in one transaction: all of it or nothing. Running it again changes nothing.
 * Throws StoreError "newer" where the database knows migrations that this code does not.
 */
export async function migrate(db: Kysely<Tables>, dialect: Dialect, path: string, now: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // A write comes first, so that of two processes started at once the second waits here for the first.
    await trx.schema
      .createTable("migration")
      .ifNotExists()
      .addColumn("number", "integer", (column) => column.primaryKey().notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("applied_at", dialect.bigint, (column) => column.notNull())
      .modifyEnd(dialect.tableEnd)
      .execute();
    await sql`delete from migration where number < 0`.execute(trx);
    const applied = await trx.selectFrom("migration").select("number").orderBy("number", "desc").executeTakeFirst();
    const version = applied?.number ?? 0;
    if (version > MIGRATIONS.length) throw new StoreError("newer", path);
    for (const [index, { name, up }] of MIGRATIONS.entries()) {
      const number = index + 1;
      if (number <= version) continue;
      await up(trx, dialect);
      await trx.insertInto("migration").values({ number, name, applied_at: now }).execute();
    }
  });
}
