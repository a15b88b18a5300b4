import {
  type APIApplicationCommandAttachmentOption,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  type FileUploadType,
} from "discord-api-types/v10";
import { OWN_LIMITS } from "../src/almanac/own-event.ts";
import type { Command, Input, Reply } from "./command.ts";
import { exportFile } from "./import/export.ts";
import { cancelDraft, type ImportNeeds, importDraft, importFile, undoImport } from "./import/import.ts";
import { FORMATS } from "./import/write-file.ts";
import { completedText, IN_SERVERS, MANAGERS } from "./options.ts";
import { add } from "./own/add.ts";
import { complete } from "./own/complete.ts";
import { edit } from "./own/edit.ts";
import { list, turnList } from "./own/list.ts";
import type { OwnNeeds } from "./own/own.ts";
import { remove, removeChosen } from "./own/remove.ts";
import { undo } from "./own/undo.ts";
import type { Words } from "./words.ts";

type EventsNeeds = OwnNeeds & ImportNeeds;

interface Subcommand {
  readonly options: (words: Words) => APIApplicationCommandBasicOption[];
  readonly run: (input: Input, needs: EventsNeeds) => Reply | Promise<Reply>;
}

const event = (words: Words) => completedText(words, "events.event", true);

function text(words: Words, required: boolean): APIApplicationCommandStringOption {
  return {
    ...words("events.text"),
    type: ApplicationCommandOptionType.String,
    required,
    min_length: 1,
    max_length: OWN_LIMITS.text,
  };
}

/** What may be left out. */
function further(words: Words): APIApplicationCommandBasicOption[] {
  return [
    completedText(words, "events.countries", false),
    completedText(words, "events.kind", false),
    { ...words("events.link"), type: ApplicationCommandOptionType.String, max_length: OWN_LIMITS.link },
  ];
}

function file(words: Words): APIApplicationCommandAttachmentOption {
  const types: FileUploadType[] = [".csv", ".json"];
  return {
    ...words("events.file"),
    type: ApplicationCommandOptionType.Attachment,
    required: true,
    file_types: types,
  };
}

function format(words: Words): APIApplicationCommandStringOption {
  const choices = FORMATS.map((value) => ({ name: value.toUpperCase(), value }));
  return { ...words("events.format"), type: ApplicationCommandOptionType.String, choices };
}

const SUBCOMMANDS = {
  add: {
    options: (words) => [completedText(words, "events.date", true), text(words, true), ...further(words)],
    run: add,
  },
  edit: {
    options: (words) => [
      event(words),
      completedText(words, "events.date", false),
      text(words, false),
      ...further(words),
    ],
    run: edit,
  },
  remove: { options: (words) => [event(words)], run: remove },
  list: { options: () => [], run: list },
  import: { options: (words) => [file(words)], run: importFile },
  export: { options: (words) => [format(words)], run: exportFile },
} as const satisfies Readonly<Record<string, Subcommand>>;

const NAMES = [
  "add",
  "edit",
  "remove",
  "list",
  "import",
  "export",
] as const satisfies readonly (keyof typeof SUBCOMMANDS)[];

/** /events: the server's own dates, which no other server sees. */
export const events: Command<EventsNeeds> = {
  definition: (words) => ({
    ...words("events"),
    ...IN_SERVERS,
    ...MANAGERS,
    options: NAMES.map((name) => ({
      ...words(`events.${name}`),
      type: ApplicationCommandOptionType.Subcommand,
      options: SUBCOMMANDS[name].options(words),
    })),
  }),

  run(input, needs) {
    const name = NAMES.find((each) => each === input.subcommand) ?? "list";
    return SUBCOMMANDS[name].run(input, needs);
  },

  complete,

  actions: {
    undo,
    remove: removeChosen,
    page: turnList,
    import: importDraft,
    unimport: undoImport,
    cancel: cancelDraft,
  },
};
