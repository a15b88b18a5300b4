import { MessageFlags } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { registerCommands } from "../../src/discord/registration.ts";
import { createRouter } from "../../src/discord/router.ts";
import { customId } from "../../src/messages/custom-id.ts";
import { button, buttonRow } from "../../src/messages/payload.ts";
import { catalogue } from "../messages/language.ts";
import { FakeClock } from "../support/clock.ts";
import { silentLog } from "../support/log.ts";
import { realClock } from "./fixture.ts";

import { everything, MANAGE_GUILD, onStage } from "./stage.ts";

test("a command gets what it needs to know, and its answer mentions nobody", async () => {
  await onStage(async ({ slash, inputs, guildId, channelId, discord }) => {
    await slash("25 June");
    expect(inputs[0]).toMatchObject({
      options: new Map([["date", "25 June"]]),
      locale: "en-GB",
      guild: { id: guildId, locale: "de" },
      channel: { id: channelId, kind: "text" },
    });
    expect(inputs[0]?.channel.appPermissions).toBeGreaterThan(0n);
    const [callback] = discord.requests.filter(({ path }) => path.endsWith("/callback"));
    expect(callback?.body).toMatchObject({ data: { content: "@everyone", allowed_mentions: { parse: [] } } });
    expect(discord.messages(channelId)).toHaveLength(1);
  });
});

test("a quiet answer is for the asker alone, and a refusal is quiet plain text", async () => {
  await onStage(async ({ slash, discord, channelId }) => {
    const quiet = await slash("quiet");
    expect(quiet.message()?.flags).toBe(MessageFlags.Ephemeral);
    const refused = await slash("refuse");
    expect(refused.message()?.content).toBe("Not \\*this\\* way, \\@everyone");
    expect(discord.messages(channelId)).toEqual([]);
  });
});

test("an error is answered with a reference that the log knows, and without its words", async () => {
  await onStage(async ({ slash, logged }) => {
    const answer = await slash("throw");
    const reference = /reference ([A-Z2-9]{6})/.exec(answer.message()?.content ?? "")?.[1];
    expect(reference).toBeDefined();
    expect(answer.message()?.content).not.toContain("secret");
    expect(logged()).toContain(reference);
    expect(logged()).toContain("a secret of the inside");
  });
});

test("who never answers is answered for, within Discord's three seconds", async () => {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  await onStage(async ({ slash, logged, inputs }) => {
    const answer = slash("hang");
    await expect.poll(() => inputs.length, { interval: 1 }).toBe(1);
    clock.advance(2_299);
    await new Promise((resolve) => setImmediate(resolve));
    expect(logged()).toBe("");
    clock.advance(1);
    expect((await answer).message()?.content).toContain("Something broke on my side");
    expect(logged()).toContain("no answer within 2300 ms");
  }, clock);
});

test("an answer that Discord refuses is followed by an apology with a reference", async () => {
  await onStage(async ({ slash, logged, discord }) => {
    const answer = await slash("bad");
    expect(answer.message()?.content).toContain("Something broke on my side");
    expect(logged()).toContain("reference");
    expect(discord.requests.filter(({ path }) => path.endsWith("/callback")).map(({ status }) => status)).toEqual([
      400, 204,
    ]);
  });
});

test("an answer whose fate is unknown is sent again, and taken once", async () => {
  await onStage(async ({ slash, discord, channelId, logged }) => {
    discord.inject({ path: /callback$/, action: { kind: "drop", stored: true } });
    await slash("25 June");
    await expect.poll(() => discord.requests.filter(({ path }) => path.endsWith("/callback")).length).toBe(2);
    expect(discord.messages(channelId)).toHaveLength(1);
    expect(logged()).toBe("");
  });
});

test("at most 25 suggestions are given, and none when suggesting fails", async () => {
  await onStage(async ({ discord, channelId, logged }) => {
    const person = discord.addPerson({ permissions: MANAGE_GUILD });
    const typed = (date: string) =>
      discord.interact.autocomplete({ command: "on", channelId, person, focused: "date", options: { date } });
    expect(await typed("Ju")).toHaveLength(25);
    expect(await typed("throw")).toEqual([]);
    expect(logged()).toContain("completing failed");
  });
});

test("a button carries its state, and turns the page in place; a form that nobody opened does nothing", async () => {
  await onStage(async ({ slash, discord, channelId, presses }) => {
    const person = discord.addPerson({ permissions: MANAGE_GUILD });
    const place = { channelId, person };
    const message = (await slash()).message();
    await discord.interact.press(place, message?.id ?? "", customId("on", "turn", "2"));
    expect(presses[0]?.args).toEqual(["2"]);
    expect(discord.messages(channelId).map(({ content }) => content)).toEqual(["page 2"]);
    const forged = { kind: "modal", data: { custom_id: customId("on", "turn", "3"), components: [] } } as const;
    const form = await discord.interact.forge({ ...place, person: discord.addPerson({ permissions: 0n }) }, forged);
    expect(form.message()?.content).toContain("again");
    expect(presses).toHaveLength(1);
  });
});

test("a button asks for the command's permission again, and an error behind one is answered too, its log without what was typed", async () => {
  await onStage(async ({ slash, discord, channelId, presses, logged }) => {
    const message = (await slash()).message();
    const stranger = { channelId, person: discord.addPerson({ permissions: 0n }) };
    const refused = await discord.interact.press(stranger, message?.id ?? "", customId("on", "turn", "2"));
    expect(refused.message()?.content).toContain("permission");
    expect(presses).toEqual([]);
    const manager = { channelId, person: discord.addPerson({ permissions: MANAGE_GUILD }) };
    const broken = await discord.interact.press(
      manager,
      message?.id ?? "",
      customId("on", "fail", "words of a person"),
    );
    expect(broken.message()?.content).toContain("Something broke on my side");
    expect(logged()).toMatch(/"command":"on","action":"fail"/);
    expect(logged()).not.toContain("words of a person");
  });
});

test("a command that is gone and a button that leads nowhere get a kind word", async () => {
  await onStage(async ({ slash, discord, connection, channelId }) => {
    const { rest, applicationId, posting } = connection;
    const old = { name: "old", description: "From another time" };
    await rest.answers.put(`/applications/${applicationId}/commands`, { body: [old] });
    expect((await slash(undefined, "old")).message()?.content).toContain("removed or renamed");
    const components = [buttonRow([button("Old", "from:another:bot")])];
    const body = { content: "Old", components, allowed_mentions: { parse: [] } };
    const sent = await posting.createMessage(channelId, { body, files: [] }, "old");
    const place = { channelId, person: discord.addPerson({ permissions: MANAGE_GUILD }) };
    const answer = await discord.interact.press(place, sent.outcome === "done" ? sent.value : "", "from:another:bot");
    expect(answer.message()?.content).toContain("older version");
  });
});

test("commands are written when they differ, and only then", async () => {
  await onStage(async ({ connection: { rest, applicationId }, discord }) => {
    const definitions = createRouter({
      commands: [everything],
      needs: { inputs: [], presses: [] },
      catalogue,
      clock: realClock,
      log: silentLog,
      secret: "s",
    }).definitions;
    const writes = () => discord.requests.filter(({ method }) => method === "PUT").length;
    const before = writes();
    expect(await registerCommands(rest.answers, applicationId, definitions, silentLog)).toBe(false);
    const changed = definitions.map((definition) => ({ ...definition, description_localizations: { de: "Anders" } }));
    expect(await registerCommands(rest.answers, applicationId, changed, silentLog)).toBe(true);
    expect(await registerCommands(rest.answers, applicationId, changed, silentLog)).toBe(false);
    expect(await registerCommands(rest.answers, applicationId, [], silentLog)).toBe(true);
    expect(writes() - before).toBe(2);
    expect(discord.commands()).toEqual([]);
  });
});
