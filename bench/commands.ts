import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from "discord-api-types/v10";
import { pino } from "pino";
import { commands } from "../commands/index.ts";
import { localDate } from "../src/almanac/calendar.ts";
import { systemClock } from "../src/clock.ts";
import { createRouter } from "../src/discord/router.ts";
import { customId } from "../src/messages/custom-id.ts";
import { dayViewId } from "../src/messages/day-view.ts";
import { betweenId } from "../src/messages/lookup/between-view.ts";
import { openStore } from "../src/store/open.ts";
import { openArchive } from "../src/wiring/archive.ts";
import { createNeeds } from "../src/wiring/needs.ts";
import { DIRECT_MESSAGES, NO_FILES, NO_FORUM, NO_POSTING, STILL_THERE } from "../tests/commands/fuzz/no-posting.ts";
import { type Times, timesOfAwaited, timesOfFirst } from "./timing.ts";

type Options = Readonly<Record<string, string | number | boolean>>;

const COUNTRIES = [
  "Belgium",
  "US",
  "GB",
  "Kazakhstan",
  "Russia",
  "Soviet Union",
  "Czechia",
  "European Union",
  "Tuvalu",
];
const PAIRS = [
  ["US", "GB"],
  ["FR", "DE"],
  ["BE", "KR"],
  ["RU", "US"],
  ["AT", "European Union"],
  ["CZ", "SK"],
] as const;
const TEXTS = [
  "elysee treaty",
  "gorbachev 1989",
  "south korea belgium",
  "treaty",
  "camp david",
  "1961 vienna",
  "Gorbachov Reykjavik",
];
const EVENTS = [
  "be-kz-1992-08-25-relations-established",
  "belgium kazakhstan established 1992",
  // references that no event has: of two parties, of one of whom nobody knows, and of a treaty's name
  "de-fr-1963-01-22-treaty-in-force",
  "xx-fr-1963-01-22-treaty-signed",
  "north-pacific-treaty-1949-04-04-treaty-signed",
];

/** What people ask, each command with light and heavy questions. */
const ASKED: readonly (readonly [command: string, options: Options])[] = [
  ["today", {}],
  ["today", { all: true }],
  ["on", { date: "4 July" }],
  ["on", { date: "25 June", country: "Belarus" }],
  ...COUNTRIES.flatMap((name): [string, Options][] => [
    ["country", { name }],
    ["country", { name, family: "treaties" }],
    ["upcoming", { country: name }],
    ["upcoming", { country: name, days: 366, milestones: true }],
    ["jubilees", { country: name, year: 2027 }],
    ["random", { country: name }],
  ]),
  ...PAIRS.flatMap(([a, b]): [string, Options][] => [
    ["between", { a, b }],
    ["between", { a, b, organisations: true }],
  ]),
  ...TEXTS.map((text): [string, Options] => ["search", { text }]),
  ...EVENTS.map((event): [string, Options] => ["event", { event }]),
  ["upcoming", {}],
  ["jubilees", {}],
  ["calendar", {}],
  ...COUNTRIES.map((country): [string, Options] => ["calendar", { country }]),
  ["reminders", {}],
  ["help", {}],
  ["about", {}],
  ["privacy", {}],
];

/** What people press below those answers: pages, far ones too, and an event chosen of a list. */
const PRESSED: readonly (readonly [command: string, id: string, value?: string])[] = [
  ["on", dayViewId("page", { date: localDate(2027, 7, 4), page: 3, following: [] })],
  ["on", dayViewId("day", { date: localDate(2027, 6, 25), page: 1, following: ["BY"] })],
  ["on", dayViewId("day", { date: { precision: "month", year: 2027, month: 3 }, page: 1, following: [] })],
  ["on", dayViewId("page", { date: { precision: "year", year: 2027 }, page: 2, following: [] })],
  ["on", dayViewId("day", { date: localDate(1945, 5, 8), page: 1, following: [] })],
  ["between", betweenId("page", { pair: ["FR", "DE"], organisations: false, page: 90 })],
  ["between", betweenId("open", { pair: ["US", "GB"], organisations: true, page: 1 })],
  ["event", customId("event", "open"), "be-kz-1992-08-25-relations-established"],
];

/** What is completed while it is typed: every beginning of these. */
const TYPED: readonly (readonly [command: string, option: string, text: string])[] = [
  ["country", "name", "South Korea"],
  ["between", "b", "Czechoslovakia"],
  ["today", "country", "Österreich"],
  ["on", "date", "25 June 2027"],
  ["country", "family", "visits"],
  ["event", "event", "elysee treaty 1963"],
  ["event", "event", "belgium kazakhstan"],
];

interface Target {
  readonly p50: number;
  readonly p99: number;
}

/** How long answers and completions take in process, from the interaction to the response, with their targets in milliseconds. */
export async function benchCommands(
  dataDirectory: string,
  rounds: number,
): Promise<readonly (readonly [sort: string, target: Target, times: Times])[]> {
  const log = pino({ level: "silent" });
  const { almanac, catalogue, presets, places } = openArchive(dataDirectory, ".attache/cache");
  const store = await openStore(":memory:", systemClock, log);
  const needs = createNeeds({
    almanac,
    catalogue,
    presets,
    places,
    store,
    clock: systemClock,
    log,
    issuesUrl: undefined,
    posting: NO_POSTING,
    asked: {
      directMessages: DIRECT_MESSAGES,
      readFile: NO_FILES,
      forumTags: NO_FORUM,
      channelUnseen: STILL_THERE,
    },
  });
  const router = createRouter({ commands, needs, catalogue, clock: systemClock, log, secret: "s" });
  const answer = (interaction: APIInteraction) => router.answer(interaction);
  const answers = [
    ...ASKED.map(([command, options]): Named => [command, asked(InteractionType.ApplicationCommand, command, options)]),
    ...PRESSED.map(([command, id, value]): Named => [command, pressed(id, value)]),
  ];
  const completions = TYPED.flatMap(([command, option, text]) =>
    Array.from(text, (_, at) =>
      asked(InteractionType.ApplicationCommandAutocomplete, command, { [option]: text.slice(0, at + 1) }, option),
    ),
  );
  // what nobody has asked for that day has to be written: each is asked once, so nothing of it is kept from before
  const firstCalendars = almanac.parties.all
    .filter(({ type }) => type === "state")
    .map(({ code }) => asked(InteractionType.ApplicationCommand, "calendar", { country: code }));
  try {
    return [
      ["Calendars that are asked for the first time", ANSWERS, await timesOfFirst(firstCalendars, answer)],
      [
        "Answers",
        ANSWERS,
        await timesOfAwaited(
          answers.map(([, asking]) => asking),
          rounds,
          answer,
        ),
      ],
      ["Completions", { p50: 2, p99: 10 }, await timesOfAwaited(completions, rounds, answer)],
      ...(await eachCommand(answers, rounds, answer)),
    ];
  } finally {
    await store.close();
  }
}

type Named = readonly [command: string, interaction: APIInteraction];
const ANSWERS: Target = { p50: 10, p99: 50 };

/** The slowest command is no better for being asked among fast ones. */
async function eachCommand(
  answers: readonly Named[],
  rounds: number,
  answer: (interaction: APIInteraction) => Promise<unknown>,
): Promise<[string, Target, Times][]> {
  const told: [string, Target, Times][] = [];
  for (const [command, ofIt] of Map.groupBy(answers, ([name]) => name)) {
    const times = await timesOfAwaited(
      ofIt.map(([, asking]) => asking),
      rounds,
      answer,
    );
    told.push([`/${command} and its buttons`, ANSWERS, times]);
  }
  return told;
}

function pressed(id: string, value: string | undefined): APIInteraction {
  const values = value === undefined ? {} : { values: [value] };
  const data = { custom_id: id, component_type: value === undefined ? 2 : 3, ...values };
  return interactionOf(InteractionType.MessageComponent, data);
}

function asked(type: InteractionType, name: string, options: Options, focused?: string): APIInteraction {
  return interactionOf(type, {
    id: "700000000000000000",
    type: ApplicationCommandType.ChatInput,
    name,
    options: Object.entries(options).map(([option, value]) => ({
      name: option,
      type: TYPE_OF[typeof value] ?? ApplicationCommandOptionType.String,
      value,
      ...(option === focused && { focused: true }),
    })),
  });
}

const TYPE_OF: Readonly<Record<string, ApplicationCommandOptionType>> = {
  boolean: ApplicationCommandOptionType.Boolean,
  number: ApplicationCommandOptionType.Integer,
};

function interactionOf(type: InteractionType, data: object): APIInteraction {
  const user = { id: "200000000000000000", username: "asker", discriminator: "0", avatar: null, global_name: null };
  const interaction: unknown = {
    id: "300000000000000000",
    application_id: "100000000000000000",
    token: "token",
    version: 1,
    type,
    locale: "en-GB",
    app_permissions: "0",
    channel: { id: "400000000000000000", type: 1 },
    message: { id: "500000000000000000", author: { id: "100000000000000000" }, flags: 0 },
    user,
    data,
  };
  if (!isInteraction(interaction)) throw new Error("no interaction");
  return interaction;
}

function isInteraction(value: unknown): value is APIInteraction {
  return typeof value === "object" && value !== null && "data" in value;
}
