import { describe, expect, test } from "vitest";
import type { Store } from "../../src/ports.ts";
import { settingsWith, temporaryStore } from "../store/support.ts";
import { scene } from "./support.ts";

/** A store with which something happens between the look at who is due and the claim, once. */
async function withGap() {
  const store = await temporaryStore();
  let inTheGap = () => Promise.resolve();
  const gapped: Store = {
    ...store,
    ledger: {
      ...store.ledger,
      async claim(...turn) {
        await inTheGap();
        inTheGap = () => Promise.resolve();
        return store.ledger.claim(...turn);
      },
    },
  };
  return {
    store: gapped,
    happens: (what: () => Promise<unknown>) => {
      inTheGap = async () => void (await what());
    },
  };
}

describe("what an admin does between the look at who is due and the claim", () => {
  test("a new hour: today's post goes out at it, and tomorrow's", async () => {
    const { store, happens } = await withGap();
    const { at, clock, subscribe, texts } = await scene("2026-06-25T06:00Z", { store });
    const { guildId, channelId } = await subscribe();
    const changed = settingsWith({ guildId, channelId, postAt: "18:00" });
    happens(() => store.subscriptions.subscribe(changed, clock.now()));
    await at("2026-06-25T07:00Z");
    expect(texts(channelId)).toEqual([]);
    await at("2026-06-25T16:00Z");
    expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
    await at("2026-06-26T07:00Z");
    await at("2026-06-26T15:59Z");
    expect(texts(channelId)).toHaveLength(1);
    await at("2026-06-26T16:00Z");
    expect(texts(channelId)).toEqual(["daily 2026-06-25", "daily 2026-06-26"]);
  });

  test("a pause, or the end: nothing is posted", async () => {
    for (const verb of ["pause", "end"] as const) {
      const { store, happens } = await withGap();
      const { at, clock, subscribe, standIn } = await scene("2026-06-25T06:00Z", { store });
      const { id, channelId } = await subscribe();
      happens(() => store.subscriptions[verb](id, clock.now()));
      await at("2026-06-25T07:00Z");
      await at("2026-06-26T07:00Z");
      expect(standIn.messages(channelId), verb).toEqual([]);
    }
  });

  test("everything of a server deleted: the others get their posts in this minute", async () => {
    const { store, happens } = await withGap();
    const { at, subscribe, texts } = await scene("2026-06-25T06:00Z", { store });
    const gone = await subscribe();
    const others = [await subscribe(), await subscribe()];
    happens(() => store.guilds.forget(gone.guildId));
    await at("2026-06-25T07:00Z");
    expect(texts(gone.channelId)).toEqual([]);
    for (const { channelId } of others) expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
  });
});
