import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

test("a member without Manage Server changes nothing by any button, select or form of any admin's command, forged as it may be", async () => {
  await withBot("2026-06-25T08:00Z", async (running) => {
    const { setup, discord, store, guildId, channelId, admin } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    const panel = await ask(running, "setup");
    const before = await store.guilds.everything(guildId);
    const restricted = new Set(
      discord.commands().flatMap((each) => ((each.default_member_permissions ?? null) === null ? [] : [each.name])),
    );
    expect([...restricted]).toEqual(expect.arrayContaining(["setup", "subscriptions", "preview", "countries", "data"]));
    const actions = new Set(commands.flatMap((each) => ("actions" in each ? Object.keys(each.actions ?? {}) : [])));
    const person = { ...admin, permissions: 0n };
    let tried = 0;
    for (const name of restricted)
      for (const action of actions) {
        const data = {
          custom_id: `v1:${name}:${action}:${calendar?.id ?? ""}:0:lines`,
          component_type: 3,
          values: ["1"],
        };
        const forged = { kind: "component", data, messageId: panel.message.id } as const;
        const answer = await discord.interact.forge({ channelId, person }, forged);
        expect(answer.message()?.content).toMatch(/needs a permission|leads nowhere/);
        tried += 1;
      }
    expect(tried).toBeGreaterThan(20);
    expect(await store.guilds.everything(guildId)).toEqual(before);
  });
});
