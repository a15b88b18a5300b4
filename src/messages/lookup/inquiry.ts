import type { Almanac } from "../../almanac/almanac.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { Language } from "../language.ts";

/** What a lookup is answered from, for whom, and on which day. */
export interface Inquiry {
  readonly almanac: Almanac;
  readonly language: Language;
  /** The date where the asker's server lives. */
  readonly today: LocalDate;
  /** Where an error in the facts can be reported: title and body are added to it. */
  readonly issuesUrl: string | undefined;
}
