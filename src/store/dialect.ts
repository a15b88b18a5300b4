import type { Dialect as KyselyDialect, RawBuilder } from "kysely";
import type { StoreFault } from "./errors.ts";

/** All that differs between databases. Everything else in store/ is one SQL for all of them. */
export interface Dialect {
  readonly kysely: KyselyDialect;
  /** The type of a column that holds an instant. */
  readonly bigint: "integer" | "bigint";
  /** What ends a create table. */
  readonly tableEnd: RawBuilder<unknown>;
  /** The fault that an error of the driver stands for; undefined for an error that is not the database's. */
  faultOf(error: unknown): StoreFault | undefined;
  /** What was deleted stands in no file of the database any more; where somebody reads it just now, soon. */
  wipe(): void;
  /** The present schema as SQL. */
  schema(): string;
}
