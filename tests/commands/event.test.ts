import { expect, test } from "vitest";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";
const BELGIUM_KAZAKHSTAN = "be-kz-1992-08-25-relations-established";

test("/event tells all that is known of one event, and where to go from it", async () => {
  await withBot(NOW, async (running) => {
    const event = await ask(running, "event", { event: BELGIUM_KAZAKHSTAN });
    expect(event.text).toContain("25 August 1992");
    expect(event.text).toContain("**Belgium and Kazakhstan established diplomatic relations**");
    expect(event.text).toContain("**Other sources give**: 18 August 1992");
    expect(event.text).toMatch(/\*\*Sources\*\*: \[.+\]\(https:.+\) · \[.+\]\(https:/);
    expect(event.text).toContain("34 years on 25 August 2026 (<t:1787659200:R>)");
    expect(event.text).toContain(`Reference: ${BELGIUM_KAZAKHSTAN}`);
    expect((await event.press("Belgium and Kazakhstan")).text).toContain("no break is known to the archive");
    expect((await event.press("All of 25 August 2026")).text).toContain("## Tuesday, 25 August 2026");
  });
});

test("the report of an error is filled in, for the tracker of the configuration", async () => {
  await withBot(NOW, async (running) => {
    const event = await ask(running, "event", { event: BELGIUM_KAZAKHSTAN });
    const url = new URL(event.component("Wrong?").url ?? "");
    expect(url.origin + url.pathname).toBe("https://example.org/issues/new");
    expect(url.searchParams.get("title")).toBe(`Fact: ${BELGIUM_KAZAKHSTAN}`);
    expect(url.searchParams.get("body")).toContain("Belgium and Kazakhstan established diplomatic relations");
  });
});

test("/event finds the event that words mean; where they mean several, one chooses", async () => {
  await withBot(NOW, async (running) => {
    const one = await ask(running, "event", { event: "Belgium Kazakhstan established 1992", public: true });
    expect(one.text).toContain(BELGIUM_KAZAKHSTAN);
    expect(one.isQuiet).toBe(false);
    const several = await ask(running, "event", { event: "Elysee Treaty" });
    expect(several.text).toContain("## “Elysee Treaty”");
    const [option] = several.component("One of these in full …").options ?? [];
    const chosen = await several.press("One of these in full …", option?.value ?? "");
    expect(chosen.text).toContain(`Reference: ${option?.value}`);
    expect(chosen.isQuiet).toBe(true);
  });
});

test.each(["`%`", "Reference: %", "%.", "“%”", "(%)", " % "])(
  "/event and /search open a reference as it was quoted: %s",
  async (quoted) => {
    const typed = quoted.replace("%", BELGIUM_KAZAKHSTAN);
    await withBot(NOW, async (running) => {
      expect((await ask(running, "event", { event: typed })).text).toContain(`Reference: ${BELGIUM_KAZAKHSTAN}`);
      expect((await ask(running, "search", { text: typed.slice(0, 64) })).text).toContain("25 August 1992");
      const dashed = typed.replaceAll("-", "\u2013");
      expect((await ask(running, "event", { event: dashed })).text).toContain(`Reference: ${BELGIUM_KAZAKHSTAN}`);
    });
  },
);

test("/event never answers a reference that nobody has with another event: it offers those that come near", async () => {
  await withBot(NOW, async (running) => {
    const wrong = await ask(running, "event", { event: "de-fr-1963-01-22-treaty-in-force" });
    expect(wrong.text).toContain("## No event has the reference de-fr-1963-01-22-treaty-in-force");
    expect(wrong.component("One of these in full …").options?.map(({ value }) => value)).toContain(
      "de-fr-1963-01-22-treaty-signed",
    );
    expect(wrong.text).not.toContain("Reference: ");
    const upper = await ask(running, "event", { event: BELGIUM_KAZAKHSTAN.toUpperCase() });
    expect(upper.text).toContain(`Reference: ${BELGIUM_KAZAKHSTAN}`);
  });
});

test("/event of a reference with nothing near says that no event has it; one mistyped in any part is offered right", async () => {
  await withBot(NOW, async (running) => {
    const nothing = await ask(running, "event", { event: "zz-qqqqqq-0003-01-01-treaty-signed" });
    expect(nothing.text).toContain("No event has the reference zz-qqqqqq-0003-01-01-treaty-signed");
    expect(nothing.isQuiet).toBe(true);
    for (const event of [
      "be-kz-1992-08-26-relations-established",
      "be-kx-1992-08-25-relations-established",
      "xe-kz-1992-08-25-relations-established",
      "be-kz-1992",
      "be-kz-1992-08-25-relations-estblished",
    ]) {
      const near = await ask(running, "event", { event });
      expect(near.text).toContain(`No event has the reference ${event}`);
      expect(near.component("One of these in full …").options?.map(({ value }) => value)).toContain(BELGIUM_KAZAKHSTAN);
    }
  });
});

test("what comes near a reference is what the same parties did nearest to its date, in another year too", async () => {
  await withBot(NOW, async (running) => {
    const near = async (event: string) =>
      (await ask(running, "event", { event })).component("One of these in full …").options?.map(({ value }) => value);
    expect((await near("de-fr-1963-01-25-treaty-signed"))?.[0]).toBe("de-fr-1963-01-22-treaty-signed");
    expect(await near("be-kz-1991-08-25-relations-established")).toContain(BELGIUM_KAZAKHSTAN);
    expect((await near("fr-gb-1904-04-09-treaty-signed"))?.every((id) => id.startsWith("fr-gb-1904-04-"))).toBe(true);
    const dates = (await near("us-jp-1952-05-01-visit"))?.map((id) => /\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? "");
    const days = (dates ?? []).map((date) => Math.abs(Date.parse(date) - Date.parse("1952-05-01")));
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted((one, other) => one - other));
  });
});

test("/event says why it is not certain, as its sources are; of very many parties how many others there are", async () => {
  await withBot(NOW, async (running) => {
    const medium = running.almanac
      .find({}, { order: "date" })
      .items.filter(({ confidence }) => confidence === "medium");
    const certainty = async (isMeant: (event: (typeof medium)[number]) => boolean) => {
      const event = medium.find(isMeant)?.id ?? "";
      return /\*\*Certainty\*\*: (.*)/u.exec((await ask(running, "event", { event })).text)?.[1];
    };
    expect(await certainty(({ otherDates }) => otherDates.length > 0)).toBe("Sources differ about the date.");
    const sameDate = (count: number) =>
      certainty((each) => each.otherDates.length === 0 && each.sources.length === count);
    expect(await sameDate(1)).toBe("One weak source says so.");
    expect(await sameDate(2)).toBe("Only weak sources say so.");
    const { items } = running.almanac.find({ text: "Paris Agreement" }, { order: "significance" });
    const ofMany = items.find(({ parties }) => parties.length > 100);
    const paris = await ask(running, "event", { event: ofMany?.id ?? "" });
    expect(paris.text).toMatch(/\*\*Parties\*\*: .* and 135 others/u);
  });
});

test("a doubtful event is never marked, and promises no reminder", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin, almanac } = running;
    const doubtful = almanac.find({}, { order: "date" }).items.find(({ confidence, date, id }) => {
      return confidence === "low" && date.precision === "day" && id.length < 60;
    });
    const event = await ask(running, "event", { event: doubtful?.id ?? "" });
    expect(event.text).toContain("Doubtful");
    expect(event.text).not.toContain("**Next**");
    expect(event.labels).not.toContain("Remind me");
    const data = { custom_id: `v1:reminders:add:${doubtful?.id}`, component_type: 2 };
    const forged = await discord.interact.forge({ channelId, person: admin }, { kind: "component", data });
    expect(textOf(forged.message())).toContain("there is nothing to remind you of");
    const nothing = await ask(running, "between", { a: "Tuvalu", b: "Bhutan" });
    expect(nothing.labels).not.toContain("Remind me");
    const pair = { custom_id: "v1:reminders:pair:BT:TV", component_type: 2 };
    const forgedPair = await discord.interact.forge({ channelId, person: admin }, { kind: "component", data: pair });
    expect(textOf(forgedPair.message())).toContain("Nothing between these two is known to the day");
  });
});

test("/search offers another spelling of what is nowhere on record, and the day of a date", async () => {
  await withBot(NOW, async (running) => {
    const misspelt = await ask(running, "search", { text: "Gorbachov Reykjavik" });
    expect(misspelt.text).toContain("Nothing on record has all of these words");
    expect((await misspelt.press("Search for “gorbachev reykjavik”")).text).toContain("## “gorbachev reykjavik”");
    const date = await ask(running, "search", { text: "23 March 1901" });
    expect((await date.press("All of 23 March 1901")).text).toContain("23 March 1901");
  });
});

test("/search for the names of two parties leads to all that is between them", async () => {
  await withBot(NOW, async (running) => {
    const two = await ask(running, "search", { text: "Czechia and Slovakia" });
    expect((await two.press("Czechia and Slovakia")).text).toContain("## Czechia and Slovakia");
    for (const text of ["Czechia", "Czechia Slovakia Poland", "treaty France"])
      expect((await ask(running, "search", { text })).labels.filter((label) => label.includes(" and "))).toEqual([]);
  });
});

test("/event completes by words, by reference, and with today's best before anything is typed", async () => {
  await withBot(NOW, async ({ discord, channelId, admin }) => {
    const complete = (text: string) =>
      discord.interact.autocomplete({
        command: "event",
        channelId,
        person: admin,
        focused: "event",
        options: { event: text },
      });
    expect(await complete("kazakhstan belgium established")).toContainEqual(
      expect.objectContaining({ value: BELGIUM_KAZAKHSTAN }),
    );
    expect(await complete(BELGIUM_KAZAKHSTAN)).toHaveLength(1);
    expect((await complete("")).length).toBeGreaterThan(5);
    expect(await complete("qqqqqq")).toEqual([]);
  });
});

test("an event whose id is longer than a button can carry is reached all the same", async () => {
  await withBot(NOW, async (running) => {
    const id =
      "international-convention-on-standards-of-training-certification-and-watchkeeping-1984-04-28-treaty-in-force";
    const list = await ask(running, "search", { text: "standards of training certification watchkeeping 1984" });
    const value = list.component("One of these in full …").options?.find((option) => option.value.startsWith("1984~"));
    const event = await list.press("One of these in full …", value?.value ?? "");
    expect(event.text).toContain(`Reference: ${id}`);
    expect((await ask(running, "event", { event: value?.value ?? "" })).text).toContain(id);
  });
});

test.each([
  ["event", { event: "zzzz @everyone" }, "Nothing on record matches “zzzz \\@everyone”"],
  ["search", { text: "zzzz **qqqq** <@1>" }, "Nothing on record has all of these words"],
  ["search", { text: "::::" }, "Type at least one word"],
  ["search", { text: "treaty", family: "weddings" }, "“weddings” is not a sort of event"],
])("/%s %j says what to do instead", async (command, options, text) => {
  await withBot(NOW, async (running) => {
    const answer = await ask(running, command, options);
    expect(answer.text).toContain(text);
    expect(answer.text).not.toMatch(/(?<!\\)@everyone|<@1>|\*\*qqqq/);
    expect(answer.isQuiet).toBe(true);
  });
});

test("/search turns pages and keeps the words, of any script, and the family", async () => {
  await withBot(NOW, async (running) => {
    const all = await ask(running, "search", { text: "Королевство Бельгия" });
    const first = all.text.includes("Nothing") ? await ask(running, "search", { text: "Бельгия" }) : all;
    const visits = await first.press("Show only …", "visits");
    const second = await visits.press("Next");
    expect(second.text).toMatch(/page 2 of \d+/);
    expect(second.text).toContain("Бельгия");
    expect(second.text).toContain("isited");
    expect((await second.press("Previous")).text).toBe(visits.text);
  });
});
