import { expect, test } from "vitest";

import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

test("who has the command by the server's integration settings can use its controls: they, these, there, and for an hour", async () => {
  await withBot("2026-06-25T08:00Z", async (running) => {
    const { discord, store, guildId, channelId, restart, clock } = running;
    const person = discord.addPerson();
    const lines = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection.lines;
    const place = { ...running, admin: person };
    await expect(ask(place, "setup")).rejects.toThrow("You do not have permission");
    discord.giveCommand(guildId, "setup", person.id);
    const panel = await ask(place, "setup");
    await restart();
    const step = await panel.press("Change a setting…", "lines");
    const changed = await step.press("Lines", "3");
    expect(changed.text).toContain("Lines: **3**");
    const again = await changed.press("Change a setting…", "lines");
    const id = again.component("Lines").custom_id ?? "";
    const forge = async (custom_id: string, who: typeof person = person) => {
      const data = { custom_id, component_type: 3, values: ["7"] };
      const forged = { kind: "component", data, messageId: again.message.id } as const;
      return (await discord.interact.forge({ channelId, person: who }, forged)).message()?.content ?? "";
    };
    const another = discord.addPerson();
    expect(await forge(id, another)).toContain("permission");
    expect(await forge(id.replace(":lines:", ":tier:"))).toContain("permission");
    expect(await forge(id.replace(/:!.*/, ""))).toContain("permission");
    expect(await forge(id.replace(/.{16}$/, "A".repeat(16)))).toContain("permission");
    expect(
      await forge(
        id.replace(/:!([0-9a-z]+)(.{16})$/, (_, minute: string, mark: string) => {
          const later = (Number.parseInt(minute, 36) + 60).toString(36);
          return `:!${later}${mark}`;
        }),
      ),
    ).toContain("permission");
    clock.set(Date.parse("2026-06-25T09:05Z"));
    expect((await again.press("Lines", "7")).text).toContain("use that again");
    expect(await lines()).toBe(3);
    expect((await (await ask(place, "setup")).press("Change a setting…", "lines")).labels).toContain("Lines");
    discord.giveCommand(guildId, "setup", person.id, false);
    await expect(ask(place, "setup")).rejects.toThrow("You do not have permission");
  });
});

test("one command given gives no other, and answers to those who manage the server carry no grant", async () => {
  await withBot("2026-06-25T08:00Z", async (running) => {
    const { discord, setup, guildId, channelId, admin } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const person = discord.addPerson();
    discord.giveCommand(guildId, "subscriptions", person.id);
    const place = { ...running, admin: person };
    await expect(ask(place, "data delete")).rejects.toThrow("You do not have permission");
    const question = await ask(place, "subscriptions remove");
    const id = question.component("Stop posting here").custom_id ?? "";
    for (const control of ["v1:data:delete", id.replace("v1:subscriptions:now", "v1:data:delete")]) {
      const data = { custom_id: control, component_type: 2 };
      const forged = { kind: "component", data, messageId: question.message.id } as const;
      const answer = await discord.interact.forge({ channelId, person }, forged);
      expect(answer.message()?.content).toContain("permission");
    }
    expect((await question.press("Stop posting here")).text).toContain("Stopped.");
    const own = await ask(running, "setup");
    expect(JSON.stringify(own.message)).not.toContain(":!");
    const elsewhere = discord.addChannel(discord.addGuild());
    const data = { custom_id: id, component_type: 2 };
    const there = await discord.interact.forge({ channelId: elsewhere, person }, { kind: "component", data });
    expect(there.message()?.content).toContain("permission");
    expect(admin.id).not.toBe(person.id);
  });
});
