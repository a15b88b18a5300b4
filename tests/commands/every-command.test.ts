import { Locale } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { formatDate } from "../../src/almanac/date.ts";
import { referenceTo } from "../../src/messages/lookup/event-reference.ts";
import type { OptionValue } from "../../src/playground/api.ts";
import { type Running, textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ASKED, CASES } from "./asked.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

/** Discord took every answer at the first try: none was refused (50035) and followed by an apology. */
function expectTaken({ discord }: Running): void {
  const answers = discord.requests.filter(({ path }) => path.endsWith("/callback"));
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status !== 204)).toEqual([]);
}

test("every lookup, with whom and with what people ask it", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    for (const [, command, options, says] of ASKED)
      expect((await ask(running, command, options)).text, `/${command} ${JSON.stringify(options)}`).toMatch(says);
    const registered = running.discord.commands().filter((each) => each.type === 1 && !each.default_member_permissions);
    for (const { name, options } of registered) {
      const takesCountry = options?.some((option) => option.name === "country");
      const cases = new Set(ASKED.flatMap(([about, command]) => (command === name ? [about] : [])));
      const wanted = CASES[name] ?? (takesCountry ? CASES["country"] : ["happy" as const]) ?? [];
      expect(
        [...wanted].filter((about) => !cases.has(about)),
        name,
      ).toEqual([]);
    }
    expectTaken(running);
  });
}, 60_000);

test("“Sources” and “Remind me” of an organisation, a former state, a pair through lineage, and what they cannot be used on", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    const { discord, channelId, admin } = running;
    const sourcesOf = async (messageId: string) =>
      textOf((await discord.interact.onMessage({ channelId, person: admin }, "Sources", messageId)).message());
    for (const [command, options, told] of [
      ["country", { name: "NATO" }, /NATO/],
      ["country", { name: "Soviet Union" }, /Soviet Union/],
      ["between", { a: "Belgium", b: "Korean Empire" }, /Korean Empire/],
      ["between", { a: "Belgium", b: "South Korea" }, /2 May 1961: Belgium and South Korea established/],
      ["between", { a: "Croatia", b: "Yugoslavia" }, /Croatia became independent from Yugoslavia/],
      ["between", { a: "Ukraine", b: "EU" }, /Association Agreement/],
      ["jubilees", { year: 2027 }, /Brazil and Peru established/],
    ] as const) {
      const shown = await ask(running, command, { ...options, public: true });
      const text = await sourcesOf(shown.message.id);
      expect(text, command).toMatch(told);
      expect(text, command).toMatch(/\]\(https?:/u);
    }
    const nothing = await ask(running, "between", { a: "Tuvalu", b: "Korean Empire", public: true });
    expect(await sourcesOf(nothing.message.id)).toContain("no sources to list");
    for (const [a, b] of [
      ["Belgium", "South Korea"],
      ["Poland", "NATO"],
      ["Soviet Union", "US"],
    ] as const) {
      const pair = await ask(running, "between", { a, b });
      expect((await pair.press("Remind me")).text, `${a} ${b}`).not.toContain("nothing to remind you of");
    }
    const list = await ask(running, "reminders");
    for (const name of ["South Korea", "NATO", "Soviet Union"]) expect(list.text).toContain(name);
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
