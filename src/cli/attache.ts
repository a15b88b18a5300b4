import { writeFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { DataError } from "../almanac/fault.ts";
import { localeChain } from "../almanac/parties/locales.ts";
import { clean, shorten } from "../messages/plain.ts";
import { StoreError } from "../store/errors.ts";
import { showJubilees, showUpcoming } from "./ahead.ts";
import { dateCalled, yearCalled } from "./asked.ts";
import { writeBackup } from "./backup.ts";
import { checkDirectory } from "./check.ts";
import { coverageFile, coverageOf } from "./coverage.ts";
import { showDay } from "./day.ts";
import { openDesk, settings, textLanguages, UsageError } from "./desk.ts";
import { type AskedEvents, showBetween, showCountry, showEvent, showSearch } from "./events.ts";

/** More characters in a line than any message of ours has. */
const LONGEST_LINE = 500;

/** A message as a terminal may show it, whatever of what was typed it repeats: no control characters, no endless lines. */
function forTerminal(message: string): string {
  return message
    .trimEnd()
    .split("\n")
    .map((line) => shorten(clean(line), LONGEST_LINE))
    .join("\n");
}

const program = new Command("attache")
  .description("Answers from the diplomatic archive, in a terminal.")
  .exitOverride()
  .configureHelp({ sortSubcommands: false })
  .configureOutput({ outputError: (message, write) => write(`${forTerminal(message)}\n`) })
  .showSuggestionAfterError();

/** A subcommand with the options that all lookups of several events share. */
function lookup(usage: string, description: string): Command {
  return withKind(answering(usage, description)).option("--limit <count>", "at most so many");
}

function answering(usage: string, description: string): Command {
  return program
    .command(usage)
    .description(description)
    .option("--json", "print a JSON array of events for programs")
    .option("--lang <locale>", "the language of the answer, and of dates typed", localeCalled, "en-GB");
}

/** A locale in whose language there are texts. */
function localeCalled(typed: string): string {
  const languages = textLanguages(settings().dataDirectory);
  const locale = canonicalLocale(typed);
  if (locale !== undefined && localeChain(locale).some((each) => languages.includes(each))) return locale;
  throw new InvalidArgumentError(
    `There are texts in ${languages.join(", ")} only: write that, or a locale of it such as en-GB. Countries may be named in any language anyway.`,
  );
}

function canonicalLocale(typed: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(typed)[0];
  } catch {
    return undefined;
  }
}

function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function withKind(command: Command): Command {
  return command.option("--kind <kind>", "only this kind or family of events; can be repeated", repeated);
}

function withCountry(command: Command): Command {
  const description = "only events of this country or organisation; can be repeated";
  return command.option("--country <country>", description, repeated);
}

function withOrder(command: Command): Command {
  return command
    .option("--order <order>", "date, latest or significance", "date")
    .option("--no-lineage", "leave out the events of former states that a country continues");
}

withCountry(lookup("on", "what is marked on a day: 2026-06-25, 25 June, tomorrow").argument("<date...>")).action(
  (date: readonly string[], asked: AskedEvents) => {
    const desk = openDesk();
    showDay(desk, dateCalled(desk, date.join(" "), asked.lang), asked);
  },
);
withCountry(lookup("today", "what is marked today")).action((asked: AskedEvents) => {
  const desk = openDesk();
  showDay(desk, desk.today, asked);
});
withOrder(lookup("between", "the events of two countries or organisations"))
  .argument("<one>")
  .argument("<other>")
  .showHelpAfterError("Name two countries or organisations: attache between Belgium France")
  .option("--organisations", "also of organisations of which both were members at the time")
  .action((one: string, other: string, asked: AskedEvents) => showBetween(openDesk(), [one, other], asked));
withOrder(lookup("country", "the events of a country or an organisation"))
  .argument("<country...>")
  .action((country: readonly string[], asked: AskedEvents) => showCountry(openDesk(), country.join(" "), asked));
withCountry(lookup("upcoming", "what is marked in the next days"))
  .option("--from <date>", "the first day: today unless told")
  .option("--days <count>", "how many days: 30 unless told, at most 366")
  .action((asked: Parameters<typeof showUpcoming>[1]) => showUpcoming(openDesk(), asked));
withCountry(lookup("jubilees", "the round anniversaries of a year: this one unless told"))
  .argument("[year]")
  .option("--tier <years>", "how round at least: 100, 50, 25, 10, 5 or 1; 25 unless told")
  .action((year: string | undefined, asked: Parameters<typeof showJubilees>[2]) => {
    const desk = openDesk();
    showJubilees(desk, year === undefined ? desk.today.year : yearCalled(year), asked);
  });
withCountry(withOrder(lookup("search", "events by words: names, people, places, parties, kinds, years")))
  .argument("<words...>")
  .action((words: readonly string[], asked: AskedEvents) => showSearch(openDesk(), words.join(" "), asked));
answering("event", "one event with all that is known of it")
  .argument("<id>")
  .action((id: string, asked: AskedEvents) => showEvent(openDesk(), id, asked));
program
  .command("check")
  .description("say what is wrong in data/, with file, line and cure")
  .action(() => {
    if (!checkDirectory()) process.exitCode = 1;
  });

program
  .command("coverage")
  .description("what the archive holds, in figures")
  .option("--write", "write it to COVERAGE.md in the data directory")
  .action(({ write = false }: { write?: boolean }) => {
    const text = coverageOf(openDesk().almanac);
    if (write) writeFileSync(coverageFile(settings().dataDirectory), text);
    else process.stdout.write(text);
  });

program
  .command("backup")
  .description("write what the bot remembers to one new file, also while it runs, and say how to restore it")
  .argument("<file>")
  .showHelpAfterError("Name a file that is not there yet: attache backup attache-2026-06-25.sqlite")
  .action(writeBackup);

/** Commander has told what is wrong with an option; its help is no fault. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError || error instanceof DataError || error instanceof StoreError) {
    console.error(forTerminal(error.message));
    return error instanceof UsageError ? 2 : 1;
  }
  throw error;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads has seen enough (head, less).
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
try {
  program.parse();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
