import { expect, test } from "vitest";
import { OWN_LIMITS } from "../../../src/almanac/own-event.ts";
import { withBot, withRealFacts } from "../../main/bot.ts";
import { ask } from "../lookups.ts";
import { given, kept, NOW, pressedAgain } from "./support.ts";

withRealFacts();

test("Undo of a removal that is pressed twice at once brings it back once, and tells the second that it was done", async () => {
  await withBot(NOW, async (running) => {
    const [event] = await given(running, {});
    const removed = await ask(running, "events remove", { event: event?.id ?? "" });
    const texts = await Promise.all([1, 2, 3].map(() => pressedAgain(running, removed)));
    expect(texts.filter((text) => text.includes("changed again since"))).toHaveLength(2);
    expect(texts.join()).not.toContain("broke");
    expect(await running.store.ownEvents.ofGuild(running.guildId)).toEqual([event]);
    const content = event ?? expect.fail("nothing was given");
    const by = { userId: running.admin.id, channelId: running.channelId, at: 0 };
    expect(await running.store.ownEvents.restore(running.guildId, content, by)).toBeUndefined();
  });
});

test("Undo of a removal where the server is full by then says how many there may be", async () => {
  await withBot(NOW, async (running) => {
    const [event] = await given(running, {});
    const removed = await ask(running, "events remove", { event: event?.id ?? "" });
    await given(running, ...Array.from({ length: OWN_LIMITS.events }, (_, at) => ({ text: `Anna ${at}` })));
    const full = await pressedAgain(running, removed);
    expect(full).toContain(String(OWN_LIMITS.events));
    expect(full).not.toContain("changed again since");
    expect(await kept(running)).toHaveLength(OWN_LIMITS.events);
  });
});
