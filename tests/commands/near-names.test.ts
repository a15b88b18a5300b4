import { expect, test } from "vitest";
import { LIMITS } from "../../src/messages/payload.ts";
import type { OptionValue } from "../../src/playground/api.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

/** Command, options with a name that nobody has, a button, the options as they were meant. */
const NEAR: readonly (readonly [string, Readonly<Record<string, OptionValue>>, string, Record<string, OptionValue>])[] =
  [
    ["today", { country: "Frnace" }, "France", { country: "FR" }],
    ["today", { country: "Frnace", quiet: true }, "France", { country: "FR", quiet: true }],
    ["today", { country: "Frnace", all: true }, "France", { country: "FR", all: true }],
    ["on", { date: "23 March 1950", country: "Frnace" }, "France", { date: "1950-03-23", country: "FR" }],
    ["on", { date: "June 1963", country: "Frnace" }, "France", { date: "1963-06", country: "FR" }],
    [
      "on",
      { date: "23 Marhc 1950", country: "France", quiet: true },
      "Thursday, 23 March 1950",
      { date: "1950-03-23", country: "FR", quiet: true },
    ],
    ["on", { date: "31 June 1950" }, "Friday, 30 June 1950", { date: "1950-06-30" }],
    ["on", { date: "Juen 1963" }, "June 1963", { date: "1963-06" }],
    ["on", { date: "23 March 1950 in Geneva" }, "Thursday, 23 March 1950", { date: "1950-03-23" }],
    [
      "upcoming",
      { country: "Frnace, Kenya", days: 90, milestones: true, public: true },
      "France",
      { country: "FR, KE", days: 90, milestones: true, public: true },
    ],
    ["jubilees", { year: 2030, country: "Frnace", every: 10 }, "France", { year: 2030, country: "FR", every: 10 }],
    ["between", { a: "Frnace", b: "Germany", family: "treaties" }, "France", { a: "FR", b: "DE", family: "treaties" }],
    [
      "between",
      { a: "Germany", b: "Frnace", organisations: true },
      "France",
      { a: "DE", b: "FR", organisations: true },
    ],
    ["between", { a: "FR", b: "DE", family: "treatys" }, "Treaties", { a: "FR", b: "DE", family: "treaties" }],
    [
      "country",
      { name: "Frnace", family: "visits", public: true },
      "France",
      { name: "FR", family: "visits", public: true },
    ],
    ["country", { name: "FR", family: "vists and sumits" }, "Visits and summits", { name: "FR", family: "visits" }],
    ["calendar", { country: "Frnace", milestones: true }, "France", { country: "FR", milestones: true }],
  ];

test.each(NEAR)(
  "/%s %o offers what is near as a button, which asks the same with it",
  async (command, typed, label, meant) => {
    await withBot(NOW, async (running) => {
      const near = await ask(running, command, typed);
      expect(near.isQuiet).toBe(true);
      expect(near.labels).toContain(label);
      await running.restart();
      const pressed = await near.press(label);
      const asked = await ask(running, command, meant);
      expect(pressed.text).toBe(asked.text);
      expect(pressed.labels).toEqual(asked.labels);
      expect(pressed.isQuiet).toBe(asked.isQuiet);
      const isInPlace = asked.isQuiet && command !== "calendar";
      expect(pressed.message.id === near.message.id).toBe(isInPlace);
    });
  },
);

test("where both sides of a pair are wrong the one is asked about after the other, and of a group its few members", async () => {
  await withBot(NOW, async (running) => {
    const first = await ask(running, "between", { a: "Frnace", b: "Grmany", organisations: true });
    const second = await first.press("France");
    expect(second.text).toContain("called “Grmany”");
    const both = await second.press("Germany");
    expect(both.text).toContain("## France and Germany");
    expect(both.labels).toContain("Only between the two");
    const group = await ask(running, "country", { name: "Baltic states" });
    expect(group.labels).toEqual(["Estonia", "Latvia", "Lithuania"]);
    expect((await group.press("Estonia")).text).toMatch(/^## .*Estonia\n/u);
  });
});

test("/random of a name that is near another's draws one of that country's", async () => {
  await withBot(NOW, async (running) => {
    const drawn = await (await ask(running, "random", { country: "Frnace", quiet: true })).press("France");
    expect(drawn.text).toContain("France");
    expect(drawn.isQuiet).toBe(true);
    expect(drawn.labels).toContain("Another");
  });
});

test("there is no button for what does not fit into one, nor where nothing is near, nor twice the same", async () => {
  await withBot(NOW, async (running) => {
    const many = "Kenya, Uganda, Rwanda, Burundi, Somalia, Ethiopia, Eritrea, Djibouti, Sudan, Egypt, Libya, Tunisia";
    expect((await ask(running, "today", { country: `${many}, Frnace` })).labels).toEqual([]);
    expect((await ask(running, "today", { country: "Qwertzuiop" })).labels).toEqual([]);
    for (const country of ["Korea", "Congo", "Guinea", "Nigr", "United States of Amercia", "Sao Tomee"]) {
      const near = await ask(running, "today", { country });
      expect(new Set(near.customIds).size, country).toBe(near.customIds.length);
      for (const label of near.labels) expect(label.length).toBeLessThanOrEqual(LIMITS.label);
    }
  });
});
