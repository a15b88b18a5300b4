import { expect, test } from "vitest";
import { steady } from "../delivery/support.ts";
import { type Running, textOf, withBot, withRealFacts } from "../main/bot.ts";
import { temporaryFolder } from "../support/folder.ts";
import { ask } from "./lookups.ts";

withRealFacts();

/** A Thursday; Belgium and Kazakhstan established relations on 25 August 1992. */
const NOW = "2026-06-25T10:00Z";
const EVENT = "be-kz-1992-08-25-relations-established";

function directMessages({ discord, admin }: Running): readonly string[] {
  return discord.messages(discord.directMessages(admin.id)).map((message) => textOf(message));
}

/** The bot at nine in the morning of each of these days. */
async function onDays(running: Running, ...dates: readonly string[]): Promise<void> {
  for (const date of dates) await running.at(`${date}T09:00Z`);
}

async function remindOfEvent(running: Running): Promise<string> {
  const shown = await ask(running, "event", { event: EVENT });
  return (await shown.press("Remind me")).text;
}

test("an event is told a week before and on the day, once each, and on no other day", async () => {
  await withBot(NOW, async (running) => {
    const answer = await remindOfEvent(running);
    expect(answer).toContain("7 days before, and on the day, at 09:00 (UTC)");
    expect(answer).toContain("25 August 1992: Belgium and Kazakhstan established diplomatic relations");
    await onDays(running, "2026-06-26", "2026-08-17", "2026-08-18", "2026-08-18", "2026-08-19", "2026-08-25");
    await onDays(running, "2026-08-25", "2026-08-26");
    const messages = directMessages(running);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/In 7 days: Tuesday,? 25 August 2026[^]*34 years[^]*Belgium and Kazakhstan/);
    expect(messages[1]).toMatch(/Today: Tuesday,? 25 August 2026[^]*34 years[^]*Belgium and Kazakhstan/);
    await onDays(running, "2027-08-25");
    expect(directMessages(running)[2]).toContain("35 years");
  });
});

test("it is posted once though an answer is lost, and stays through a restart", async () => {
  const database = `${temporaryFolder()}/attache.sqlite`;
  await withBot(
    NOW,
    async (running) => {
      await remindOfEvent(running);
      await onDays(running, "2026-08-24");
      running.discord.inject({ method: "POST", path: /messages$/, action: { kind: "drop", stored: true } });
      await onDays(running, "2026-08-25");
      await running.at("2026-08-25T09:01Z");
      expect(directMessages(running)).toHaveLength(1);
    },
    { database },
  );
  await withBot(
    "2027-08-18T08:59Z",
    async (running) => {
      expect((await ask(running, "reminders")).text).toContain("You have no reminders"); // somebody else's now
      const [order] = await running.store.subscriptions.findAll(
        (await running.store.ledger.due((await running.store.ledger.zones())[0] ?? expect.fail(), "9999")).map(
          ({ id }) => id,
        ),
      );
      expect(order?.reminders).toEqual([{ event: EVENT }]);
    },
    { database },
  );
});

test("two countries: their relations each year, all else at round anniversaries", async () => {
  await withBot("2027-01-01T10:00Z", async (running) => {
    await running.almanac.prepare();
    const shown = await ask(running, "between", { a: "Belgium", b: "Kazakhstan" });
    expect((await shown.press("Remind me")).text).toContain("when the relations of Belgium and Kazakhstan");
    const list = await ask(running, "reminders");
    expect(list.text).toContain("Belgium and Kazakhstan: their relations each year");
    await onDays(running, "2027-08-18", "2027-08-25");
    expect(directMessages(running)).toHaveLength(2);
    expect(directMessages(running)[1]).toContain("35 years");
  });
});

test("two that share a former state are not told what that state did with others", async () => {
  await withBot("2027-07-01T10:00Z", async (running) => {
    const shown = await ask(running, "between", { a: "Czechia", b: "Slovakia" });
    expect((await shown.press("Remind me")).text).toContain("when the relations of Czechia and Slovakia");
    // Czechoslovakia took up relations with Afghanistan on 13 October 1937, with Angola on 11 November 1975, with Canada on 5 November 1942
    await onDays(running, "2027-10-13", "2027-11-05", "2027-11-11", "2027-12-25", "2028-01-01");
    const messages = directMessages(running);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain("In 7 days: Saturday, 1 January 2028");
    expect(messages[1]).toContain("Today: Saturday, 1 January 2028");
  });
});

test("two between whom nothing is known to the day have no button, and one that is pressed all the same is refused", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin } = running;
    expect((await ask(running, "between", { a: "Belgium", b: "Kazakhstan" })).labels).toContain("Remind me");
    expect((await ask(running, "between", { a: "Andorra", b: "Nauru" })).labels).not.toContain("Remind me");
    const data = { custom_id: "v1:reminders:pair:AD:NR", component_type: 2 };
    const answer = await discord.interact.forge({ channelId, person: admin }, { kind: "component", data });
    expect(textOf(answer.message())).toContain("Nothing between these two is known to the day");
    expect(await running.store.reminders.of(admin.id)).toBeUndefined();
  });
});

test("when reminders come is kept for no one who has none, and they are told so", async () => {
  await withBot(NOW, async (running) => {
    const answer = await ask(running, "reminders", { hour: "18:30", zone: "Asia/Tokyo" });
    expect(answer.text).toContain("Nothing was kept");
    expect(await remindOfEvent(running)).toContain("at 09:00 (UTC)");
  });
});

test("on the day itself the list promises today until the message of the hour, and then the next year", async () => {
  await withBot("2026-08-25T08:00Z", async (running) => {
    const { admin } = running;
    await remindOfEvent(running);
    await (await ask(running, "between", { a: "Belgium", b: "Kazakhstan" })).press("Remind me");
    const nexts = async (): Promise<readonly string[]> =>
      [...(await ask(running, "reminders")).text.matchAll(/next: \*\*([^*]+)\*\*/gu)].map(([, date = ""]) => date);
    expect(await nexts()).toEqual(["25 August 2026", "25 August 2026"]);
    await onDays(running, "2026-08-25");
    expect(directMessages(running)).toHaveLength(1);
    await running.at("2026-08-25T10:00Z");
    const [event, pair] = await nexts();
    expect(event).toBe("25 August 2027");
    expect(pair).not.toBe("25 August 2026");
    // an hour that is still to come brings no second message on the same day
    expect((await ask(running, "reminders", { hour: "18:00" })).text).not.toContain("25 August 2026");
    await running.at("2026-08-25T18:00Z");
    expect(directMessages(running)).toHaveLength(1);
    expect((await running.store.reminders.of(admin.id))?.subscription.postAt).toBe("18:00");
  });
});

test("asked for on the day itself, after the hour, the list promises the next year", async () => {
  await withBot("2026-08-25T10:00Z", async (running) => {
    await remindOfEvent(running);
    expect((await ask(running, "reminders")).text).toContain("next: **25 August 2027**");
    await running.at("2026-08-25T10:01Z");
    expect(directMessages(running)).toEqual([]);
  });
});

test("the list says when they come, changes that, and removes; then nothing of the person is stored", async () => {
  await withBot(NOW, async (running) => {
    expect((await ask(running, "reminders")).text).toContain("You have no reminders");
    await remindOfEvent(running);
    expect(await remindOfEvent(running)).toContain("already");
    const list = await ask(running, "reminders", { days: 1, hour: "18:30", zone: "Europe/Brussels" });
    expect(list.isQuiet).toBe(true);
    expect(list.text).toContain("a day before, and on the day, at 18:30 (Europe/Brussels)");
    await running.at("2026-08-24T16:30Z");
    expect(directMessages(running)).toHaveLength(1);
    const select = list.component("Remove a reminder");
    const emptied = await list.press("Remove a reminder", select.options?.[0]?.value ?? "");
    expect(emptied.text).toContain("nothing about you is stored");
    expect(await running.store.reminders.of(running.admin.id)).toBeUndefined();
    expect(await running.store.ledger.zones()).toEqual([]);
    await running.at("2026-08-25T16:30Z");
    expect(directMessages(running)).toHaveLength(1);
  });
});

test("each reminder says when it comes next and opens; the hour is changed where it was noted and in the list", async () => {
  await withBot(NOW, async (running) => {
    const shown = await ask(running, "event", { event: EVENT });
    const noted = await shown.press("Remind me");
    expect(noted.isQuiet).toBe(true);
    await (await ask(running, "between", { a: "France", b: "Germany" })).press("Remind me");
    const list = await noted.press("At another hour …", "07:00");
    expect(list.message.id).toBe(noted.message.id);
    expect(list.text).toContain("at 07:00 (UTC)");
    expect(list.text).toMatch(/Kazakhstan established diplomatic relations.* · next: \*\*25 August 2026\*\* \(<t:/u);
    expect(list.text).toMatch(/Germany and France: .* · next: \*\*\d+ \w+ 202[67]\*\*/u);
    const [event, pair] = list.component("One of these in full …").options ?? [];
    expect((await list.press("One of these in full …", event?.value ?? "")).text).toContain("Reference:");
    expect((await list.press("One of these in full …", pair?.value ?? "")).text).toContain("## Germany and France");
    expect((await running.store.reminders.of(running.admin.id))?.subscription.postAt).toBe("07:00");
  });
});

test("what cannot be is refused with what would be right", async () => {
  await withBot(NOW, async (running) => {
    await remindOfEvent(running);
    expect((await ask(running, "reminders", { hour: "noonish" })).text).toContain("not a time of day");
    expect((await ask(running, "reminders", { zone: "Atlantis" })).text).toContain("not a time zone");
    expect((await running.store.reminders.of(running.admin.id))?.subscription.postAt).toBe("09:00");
  });
});

test("25 reminders are all there is room for, and the message says so", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin, almanac } = running;
    const { items } = almanac.find({ parties: ["BE"], kinds: ["relations-established"] }, { order: "date" });
    const known = items.filter(({ date, id }) => date.precision === "day" && id.length <= 80).slice(0, 26);
    for (const [at, { id }] of known.entries()) {
      const data = { custom_id: `v1:reminders:add:${id}`, component_type: 2 };
      const answer = await discord.interact.forge({ channelId, person: admin }, { kind: "component", data });
      expect(textOf(answer.message())).toContain(at < 25 ? "Noted" : "You have 25 reminders");
    }
    const list = await ask(running, "reminders");
    expect(list.component("Remove a reminder").options).toHaveLength(25);
    expect(list.text).toContain("25 of at most 25");
  });
});

test("closed direct messages end them after a second try, and opening them begins them again", async () => {
  await withBot(NOW, async (running) => {
    const { discord, admin } = running;
    await remindOfEvent(running);
    discord.setDirectMessages(admin.id, false);
    const tries = () =>
      discord.requests.filter(({ path }) => path === `/channels/${discord.directMessages(admin.id)}/messages`).length;
    await onDays(running, "2026-08-18");
    expect(tries()).toBe(1);
    expect((await ask(running, "reminders")).text).toContain("7 days before");
    await onDays(running, "2026-08-25", "2026-08-26");
    expect(tries()).toBe(2);
    const ended = await ask(running, "reminders");
    expect(ended.text).toContain("closed to me, so these reminders have ended");
    discord.setDirectMessages(admin.id, true);
    expect((await ended.press("Begin again")).text).toContain("7 days before");
    await onDays(running, "2027-08-25");
    expect(directMessages(running)).toHaveLength(1);
  });
});

test("reminders whose direct messages stay closed are deleted after thirty days", async () => {
  await withBot(NOW, async (running) => {
    await remindOfEvent(running);
    running.discord.setDirectMessages(running.admin.id, false);
    await onDays(running, "2026-08-18", "2026-08-25", "2026-09-25");
    await steady(running.at, Date.parse("2026-09-26T08:00Z"));
    expect(await running.store.reminders.of(running.admin.id)).toBeUndefined();
  });
});
