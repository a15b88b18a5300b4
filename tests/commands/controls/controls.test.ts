import { expect, test } from "vitest";
import { type Running, textOf, withBot, withRealFacts } from "../../main/bot.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { dumpOf, type Reached, reachAll, serverIn, showsVersion } from "./server.ts";
import { CONTROLS, STATES } from "./states.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";

/** A person presses a control, wherever that person is, and whatever a client would say of it. */
async function press(
  { server, state, shown, customId, channelId }: Reached,
  by: { readonly person?: Reached["server"]["admin"]; readonly channelId?: string; readonly as?: "modal" } = {},
): Promise<string> {
  const place = { channelId: by.channelId ?? channelId, person: by.person ?? server.admin };
  const values = state.values?.(server);
  const component_type = values === undefined ? 2 : 3;
  const data =
    by.as === "modal" ? { custom_id: customId, components: [] } : { custom_id: customId, component_type, values };
  const messageId = place.channelId === channelId ? shown.message.id : undefined;
  const forged = { kind: by.as ?? "component", data, ...(messageId && { messageId }) } as const;
  return textOf((await server.discord.interact.forge(place, forged)).message());
}

/** The bot with a database whose rows can be looked at, each as a text. */
async function withStored(look: (running: Running, rows: () => readonly string[]) => Promise<void>): Promise<void> {
  const database = `${temporaryFolder()}/attache.sqlite`;
  const rows = () =>
    Object.entries(dumpOf(database)).flatMap(([table, each]) => each.map((row) => `${table} ${JSON.stringify(row)}`));
  await withBot(NOW, (running) => look(running, rows), { database });
}

test("every control of every admin's command has a state here, and there are no others", () => {
  expect(Object.keys(STATES).toSorted()).toEqual(CONTROLS.toSorted());
});

test("every control works after a restart, on the message that the process before has shown", {
  timeout: 60_000,
}, async () => {
  await withBot(NOW, async (running) => {
    const reached = await reachAll(running);
    await running.restart();
    for (const { control, state, server, shown, channelId, customId } of reached) {
      const place = { channelId, person: server.admin };
      const answer = await server.discord.interact.press(place, shown.message.id, customId, state.values?.(server));
      expect(textOf(answer.message()), control).toMatch(state.says);
    }
  });
});

test("nothing in the database changes where a member without Manage Server presses any of them, as a button, a select or a form", {
  timeout: 60_000,
}, async () => {
  await withStored(async (running, rows) => {
    const reached = await reachAll(running);
    const person = running.discord.addPerson();
    const before = rows();
    for (const each of reached) {
      expect(await press(each, { person }), each.control).toContain("needs a permission");
      // no command opens a form
      expect(await press(each, { person, as: "modal" }), each.control).toContain("belongs to an older version");
    }
    expect(rows()).toEqual(before);
  });
});

test("nothing of a server changes where an admin of another presses any of them there", {
  timeout: 60_000,
}, async () => {
  await withStored(async (running, rows) => {
    const reached = await reachAll(running);
    const { guildId, channelId } = serverIn(running);
    const others = () => rows().filter((row) => !row.includes(guildId));
    const before = others();
    for (const each of reached) {
      await press(each, { channelId });
      expect(others(), each.control).toEqual(before);
    }
  });
});

test("a message that is older than its calendar refuses politely, changes nothing, and shows it anew where it is a panel", {
  timeout: 60_000,
}, async () => {
  await withStored(async (running, rows) => {
    const older: Reached[] = [];
    for (const each of await reachAll(running)) {
      if (!(await showsVersion(each))) continue;
      older.push(each);
      const { store, guildId, clock } = each.server;
      const [calendar] = await store.subscriptions.ofGuild(guildId);
      if (calendar === undefined) throw new Error(`${each.control} has no calendar`);
      const selection = { ...calendar.selection, lines: 1 };
      await store.subscriptions.revise(calendar.id, calendar.revision, { ...calendar, selection }, clock.now(), "3");
    }
    expect(older.map(({ control }) => control)).toEqual(
      expect.arrayContaining([
        "setup undo",
        "setup done",
        "setup move",
        "subscriptions now",
        "countries undo",
        "countries update",
        "data delete",
      ]),
    );
    const before = rows();
    for (const each of older) {
      expect(await press(each), each.control).toMatch(/in the meantime|changed again since|has changed since/);
      if (each.control.startsWith("setup ")) expect(await press(each), each.control).toContain("The calendar of");
    }
    expect(rows()).toEqual(before);
  });
});
