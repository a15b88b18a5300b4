import { expect, test } from "vitest";
import { textOf, withBot, withRealFacts } from "../../main/bot.ts";
import { ask, read } from "../lookups.ts";
import { add } from "./support.ts";

withRealFacts();

test("an own date for which the post of its day has no room is promised behind “Whole day”, and is there", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { setup, at, discord, channelId, guildId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const other = { ...running, channelId: discord.addChannel(guildId) };
    await ask(other, "setup", { hour: "9", zone: "UTC", countries: "Kenya" });
    const [shown, behind] = ["Next shown on Friday, 26 June 2026, in", "Next on Friday, 26 June 2026, in"];
    for (let made = 1; made <= 3; made += 1) await add(running, "26 June 1976", `Ours ${made}`);
    for (let made = 4; made <= 5; made += 1) {
      const { text } = await add(running, "26 June 1976", `Ours ${made}`, { countries: "Belgium" });
      expect(text).toContain(`${shown} <#${channelId}>.`);
      expect(text).toContain(`Not in <#${other.channelId}>: other countries are followed there.`);
    }
    const sixth = (await add(running, "26 June", "Ours 6")).text;
    expect(sixth).toContain(`${shown} <#${other.channelId}>.`);
    expect(sixth).toContain(`${behind} <#${channelId}>, behind “Whole day”`);
    await at("2026-06-26T09:00Z");
    await at("2026-06-26T09:01Z");
    const post = discord.messages(channelId).at(-1);
    expect(post && textOf(post)).toContain("Ours 5");
    expect(post && textOf(post)).not.toContain("Ours 6");
    expect((await read(running, post).press("Whole day")).text).toContain("Ours 6");
    expect(discord.messages(other.channelId).map(textOf).join()).toContain("Ours 6");
  });
});
