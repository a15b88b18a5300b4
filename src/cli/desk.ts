import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import type { Almanac } from "../almanac/almanac.ts";
import { localDate } from "../almanac/calendar.ts";
import type { LocalDate } from "../almanac/date.ts";
import { openAlmanac } from "../almanac/open.ts";
import type { PartyCode } from "../almanac/party.ts";
import { systemClock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import { openCatalogue } from "../messages/catalogue.ts";
import type { Language } from "../messages/language.ts";
import type { Reader } from "../messages/sentence.ts";

/** A mistake of whoever typed the command: what is wrong and what would be right. Ends with exit code 2. */
export class UsageError extends Error {}

/** What every subcommand works with. */
export interface Desk {
  readonly almanac: Almanac;
  readonly today: LocalDate;
  language(locale: string): Language;
}

/** The bot's own settings. Throws UsageError, with a line for each fault. */
export function settings(): Config {
  const configured = readConfig();
  if (!configured.ok) throw new UsageError(configured.faults.join("\n"));
  return configured.config;
}

/** The languages that there are texts in. */
export function textLanguages(dataDirectory: string): readonly string[] {
  const entries = readdirSync(join(dataDirectory, "translations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The day it is in this machine's zone. */
export function todayHere(): LocalDate {
  const { year, month, day } = DateTime.fromMillis(systemClock.now());
  return localDate(year, month, day);
}

/** Opens the archive; the day is the one of this machine's zone. */
export function openDesk(): Desk {
  const { dataDirectory, cacheDirectory } = settings();
  const almanac = openAlmanac(dataDirectory, cacheDirectory);
  return {
    almanac,
    today: todayHere(),
    language: (locale) =>
      openCatalogue(join(dataDirectory, "translations"), almanac.parties, (code) => almanac.partyCount(code)).language(
        locale,
      ),
  };
}

/** Who reads: in that language, with those parties (and what they continue) first in the mind. */
export function readerOf(desk: Desk, locale: string, parties: readonly PartyCode[]): Reader {
  return {
    language: desk.language(locale),
    following: new Set(parties.flatMap((code) => [...desk.almanac.parties.lineageOf(code)])),
  };
}
