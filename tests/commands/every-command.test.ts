import { Locale } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { formatDate } from "../../src/almanac/date.ts";
import { referenceTo } from "../../src/messages/lookup/event-reference.ts";
import type { OptionValue } from "../../src/playground/api.ts";
import { type Running, textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

type Asked = readonly [command: string, options: Readonly<Record<string, OptionValue>>, says: RegExp];

/** Every command that looks things up: what is there, an organisation, a former state, nothing (with what else to try), what cannot be. */
const ASKED: readonly Asked[] = [
  ["today", {}, /Thursday, 25 June 2026/],
  ["today", { country: "Mozambique" }, /Mozambique became independent/],
  ["today", { country: "Korean Empire" }, /Nothing about .*Korean Empire.* is recorded/],
  ["today", { country: "NATO", all: true }, /Every fact of .*: NATO/],
  ["today", { country: "Atlantiss" }, /no country, former state or organisation called/],
  ["on", { date: "25 August 1992", country: "Kazakhstan" }, /Belgium and Kazakhstan|Kazakhstan/],
  ["on", { date: "23.3.", country: "Korean Empire" }, /Korean Empire|Nothing/],
  ["on", { date: "31 April" }, /that month has no more than 30 days/],
  ["on", { date: "soon" }, /Write it like 2026-06-25/],
  ["country", { name: "Belgium" }, /events on record/],
  ["country", { name: "European Union" }, /members on record/],
  ["country", { name: "Soviet Union" }, /Today: .*Russia/],
  ["country", { name: "Belgiumm" }, /What comes near: .*Belgium/],
  ["country", { name: "Belgium", family: "weddings" }, /not a sort of event. There are/],
  ["between", { a: "Belgium", b: "Kazakhstan" }, /Diplomatic relations since 25 August 1992/],
  ["between", { a: "Belgium", b: "South Korea" }, /the Korean Empire/],
  ["between", { a: "Poland", b: "NATO" }, /Poland joined NATO/],
  ["between", { a: "Czechoslovakia", b: "Belgium" }, /until the end of Czechoslovakia/],
  ["between", { a: "Belgium", b: "Belgium" }, /That is Belgium twice/],
  ["between", { a: "Russia", b: "Soviet Union" }, /Russia continues the Soviet Union/],
  ["between", { a: "Tuvalu", b: "Korean Empire" }, /Look also in organisations/],
  ["event", { event: "be-kz-1992-08-25-relations-established" }, /Reference: be\\?-kz/],
  ["event", { event: "xyzzyplugh" }, /Try fewer or other words/],
  ["search", { text: "Elysee Treaty" }, /Élysée Treaty/],
  ["search", { text: "xyzzy plugh" }, /Try fewer or other words/],
  ["search", { text: "treaty", family: "weddings" }, /not a sort of event/],
  ["upcoming", { country: "Belgium" }, /The next 30 days: Belgium/],
  ["upcoming", { country: "UN", days: 366, milestones: true }, /The next 366 days: United Nations/],
  ["upcoming", { country: "Korean Empire", days: 1 }, /Ask for more days/],
  ["jubilees", { country: "Czechoslovakia", year: 2028 }, /Round anniversaries of 2028: Czechoslovakia/],
  ["jubilees", { country: "Tuvalu", year: 1900 }, /No anniversary of 25 years/],
  ["jubilees", { country: "NATO", year: 2029 }, /Round anniversaries of 2029: NATO/],
  ["jubilees", { year: 9999 }, /Choose a year between them/],
  ["jubilees", { country: "Atlantiss" }, /no country, former state or organisation called/],
  ["random", { country: "Soviet Union" }, /Reference/],
  ["random", { country: "NATO" }, /Reference/],
  ["random", { country: "Atlantiss" }, /no country, former state or organisation called/],
  ["upcoming", { country: "Soviet Union" }, /The next 30 days: Soviet Union/],
  ["upcoming", { country: "Atlantiss" }, /no country, former state or organisation called/],
  ["search", { text: "!!" }, /Type at least one word/],
  ["search", { text: "Korean Empire" }, /Korean Empire/],
  ["search", { text: "NATO 1949" }, /NATO/],
  ["event", { event: "xx-zz-1066-01-01-treaty-signed" }, /No event has the reference/],
  ["on", { date: "4 April", country: "NATO" }, /NATO/],
  ["calendar", { country: "Soviet Union" }, /anniversar/],
  ["calendar", { country: "NATO" }, /anniversar/],
  ["calendar", { country: "Nowheristan" }, /no country, former state or organisation called/],
  ["reminders", {}, /Press “Remind me”/],
  ["help", {}, /What to ask/],
  ["about", {}, /MIT licence/],
  ["privacy", {}, /What Attaché stores/],
];

/** Discord took every answer at the first try: none was refused (50035) and followed by an apology. */
function expectTaken({ discord }: Running): void {
  const answers = discord.requests.filter(({ path }) => path.endsWith("/callback"));
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status !== 204)).toEqual([]);
}

test("every lookup, with whom and with what people ask it", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    for (const [command, options, says] of ASKED)
      expect((await ask(running, command, options)).text, `/${command} ${JSON.stringify(options)}`).toMatch(says);
    const lookups = new Set(ASKED.map(([command]) => command));
    const registered = running.discord.commands().filter((each) => each.type === 1 && !each.default_member_permissions);
    expect(registered.map(({ name }) => name).filter((name) => !lookups.has(name))).toEqual([]);
    expectTaken(running);
  });
}, 60_000);

test("the longest names and texts that we hold, asked in every language of Discord, over sockets", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, almanac } = running;
    await almanac.prepare();
    const lengthOf = (code: string) => almanac.parties.name(code, "en-GB").length;
    const longest = almanac.parties.all.toSorted((one, other) => lengthOf(other.code) - lengthOf(one.code));
    const [one, other] = longest.map(({ code }) => code);
    const busiest = almanac.parties.all.toSorted((a, b) => almanac.partyCount(b.code) - almanac.partyCount(a.code));
    const [big, second] = busiest.map(({ code }) => code);
    const { items } = almanac.find({}, { order: "date" });
    const sizes = new Map(items.map((each) => [each, JSON.stringify(each).length]));
    const event = items.reduce((a, b) => ((sizes.get(b) ?? 0) > (sizes.get(a) ?? 0) ? b : a));
    const monthDay = (each: (typeof items)[number]) => formatDate(each.date).slice(5);
    const sizeOfDay = new Map<string, number>();
    for (const each of items.filter(({ date }) => date.precision === "day"))
      sizeOfDay.set(monthDay(each), (sizeOfDay.get(monthDay(each)) ?? 0) + (sizes.get(each) ?? 0));
    const [fullest] = [...sizeOfDay.keys()].toSorted((a, b) => (sizeOfDay.get(b) ?? 0) - (sizeOfDay.get(a) ?? 0));
    running.clock.set(Date.parse(`2028-${fullest}T10:00Z`));
    if (!one || !other || !big || !second || !event) throw new Error("the archive is empty");
    const questions: readonly (readonly [string, Readonly<Record<string, OptionValue>>])[] = [
      ["between", { a: one, b: other }],
      ["between", { a: big, b: second, organisations: true }],
      ["country", { name: one }],
      ["country", { name: big, family: "treaties" }],
      ["event", { event: referenceTo(event) }],
      ["upcoming", { country: `${one}, ${big}` }],
      ["jubilees", { country: one, year: 2027 }],
      ["calendar", { country: one }],
      ["search", { text: event.name?.slice(0, 60) ?? event.id }],
      ["search", { text: "treaty" }],
      ["today", {}],
      ["today", { country: big, all: true }],
      ["on", { date: formatDate(event.date).padEnd(10, "-01") }],
      ["random", {}],
      ["reminders", {}],
    ];
    for (const locale of Object.values(Locale)) {
      const person = discord.addPerson({ locale, permissions: 32n });
      for (const [command, options] of questions) {
        const answer = await discord.interact.slash({ command, channelId, person, options });
        const shown = answer.message();
        expect(textOf(shown).length, `${locale} /${command}`).toBeGreaterThan(20);
        if (command === "today" || command === "event") {
          const sources = await discord.interact.onMessage({ channelId, person }, "Sources", shown?.id ?? "");
          expect(textOf(sources.message()), `${locale} sources of /${command}`).toMatch(/^## /u);
        }
      }
      const remind = { custom_id: `v1:reminders:add:${referenceTo(event)}`, component_type: 2 };
      const noted = await discord.interact.forge({ channelId, person }, { kind: "component", data: remind });
      expect(textOf(noted.message()).length, `${locale} Remind me`).toBeGreaterThan(20);
    }
    expectTaken(running);
  });
}, 120_000);
