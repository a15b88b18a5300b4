import type { BodyFault, Path } from "../errors.ts";

type Localizations = { readonly [locale: string]: string | null | undefined } | null;

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localizations | undefined;
  readonly description?: string | undefined;
  readonly description_localizations?: Localizations | undefined;
  readonly required?: boolean | null | undefined;
  readonly autocomplete?: boolean | null | undefined;
  readonly choices?:
    | readonly {
        readonly name: string;
        readonly name_localizations?: Localizations | undefined;
        readonly value: string | number;
      }[]
    | null
    | undefined;
  readonly options?: readonly CommandOption[] | null | undefined;
  readonly min_value?: number | null | undefined;
  readonly max_value?: number | null | undefined;
  readonly min_length?: number | null | undefined;
  readonly max_length?: number | null | undefined;
  readonly file_types?: readonly string[] | null | undefined;
}

/** A command as the rules read it. */
export interface CommandBody extends Omit<CommandOption, "type"> {
  readonly type?: number | null | undefined;
  readonly default_member_permissions?: string | number | null | undefined;
  readonly contexts?: readonly number[] | null | undefined;
  readonly integration_types?: readonly number[] | null | undefined;
}

/** A command as Discord keeps it. */
export interface RegisteredCommand extends CommandBody {
  readonly id: string;
  readonly application_id: string;
  readonly guild_id?: string;
  readonly version: string;
  readonly type: number;
}

const SUBCOMMAND = 1;
const GROUP = 2;
const MOST_CHARACTERS = 8000;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** What the documentation forbids in one command and its schema does not say (interactions/application-commands). */
export function commandFaults(command: CommandBody, at: Path): readonly BodyFault[] {
  const faults: BodyFault[] = [];
  if ((command.type ?? 1) !== 1) return menuFaults(command, at);
  if (characters(command) > MOST_CHARACTERS) {
    const message = `Command exceeds maximum size (${MOST_CHARACTERS})`;
    faults.push({ path: at, code: "APPLICATION_COMMAND_TOO_LARGE", message });
  }
  if ((command.description ?? "") === "") {
    faults.push({ path: [...at, "description"], code: "BASE_TYPE_REQUIRED", message: "This field is required" });
  }
  return [...faults, ...nameFaults(command, at), ...optionFaults(command.options ?? [], [...at, "options"], 0)];
}

/** A command in the menu of a message or a person has a name, which may have capitals and spaces, and nothing else. */
function menuFaults({ name, description, options }: CommandBody, at: Path): readonly BodyFault[] {
  const fault = (path: string, message: string) => ({ path: [...at, path], code: "BASE_TYPE_INVALID", message });
  return [
    ...(name.length >= 1 && name.length <= 32 ? [] : [fault("name", "Must be 1 to 32 in length.")]),
    ...((description ?? "") === "" ? [] : [fault("description", "Context menu commands cannot have description")]),
    ...((options ?? []).length === 0 ? [] : [fault("options", "Context menu commands cannot have options")]),
  ];
}

function optionFaults(options: readonly CommandOption[], at: Path, depth: number): readonly BodyFault[] {
  const names = options.map(({ name }) => name);
  const nested = options.filter(isNesting).length;
  const faults: BodyFault[] = [];
  if (nested > 0 && nested < options.length) {
    const message = "Sub-command and sub-command group options cannot stand beside other options";
    faults.push({ path: at, code: "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message });
  }
  for (const [index, option] of options.entries()) {
    const here = [...at, index];
    if (names.indexOf(option.name) !== index) {
      const message = "Option names must be unique";
      faults.push({ path: [...here, "name"], code: "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", message });
    }
    if (option.required === true && options.slice(0, index).some(({ required }) => required !== true)) {
      const message = "Required options must be placed before non-required options";
      faults.push({ path: here, code: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message });
    }
    if (option.autocomplete === true && (option.choices ?? []).length > 0) {
      const message = "Autocomplete cannot be used with choices";
      faults.push({ path: here, code: "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES", message });
    }
    if ((option.type === GROUP && depth > 0) || (option.type === SUBCOMMAND && depth > 1)) {
      faults.push({ path: here, code: "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message: "Nested too deep" });
    }
    faults.push(...nameFaults(option, here));
    if (isNesting(option))
      faults.push(...optionFaults(option.options ?? [], [...here, "options"], depth + (option.type === GROUP ? 1 : 2)));
  }
  return faults;
}

/** Subcommands and groups of them. */
export function isNesting({ type }: CommandOption): boolean {
  return type === SUBCOMMAND || type === GROUP;
}

function nameFaults(named: CommandOption | CommandBody, at: Path): readonly BodyFault[] {
  const names = [
    { path: ["name"], name: named.name },
    ...Object.entries(named.name_localizations ?? {}).map(([locale, name]) => ({
      path: ["name_localizations", locale],
      name: name ?? named.name,
    })),
  ];
  const message = "Names are 1 to 32 lower-case letters, digits, - and _ without spaces";
  return names
    .filter(({ name }) => !NAME.test(name) || name.toLowerCase() !== name)
    .map(({ path }) => ({ path: [...at, ...path], code: "APPLICATION_COMMAND_INVALID_NAME", message }));
}

/** The size that counts against 8,000: names, descriptions and values, each at its longest localization. */
export function characters(command: CommandBody | CommandOption): number {
  const longest = (text: string | undefined, localizations: Localizations | undefined) =>
    Math.max((text ?? "").length, ...Object.values(localizations ?? {}).map((each) => (each ?? "").length));
  const choices = (command.choices ?? []).reduce(
    (sum, { name, name_localizations, value }) =>
      sum + longest(name, name_localizations) + (typeof value === "string" ? value.length : 0),
    0,
  );
  const options = (command.options ?? []).reduce((sum, option) => sum + characters(option), 0);
  return (
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations) +
    choices +
    options
  );
}
