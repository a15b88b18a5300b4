import { expect, test } from "vitest";
import { scene } from "./support.ts";

test.each([
  ["by one process", false],
  ["by a new process each minute", true],
])(
  "answers that are lost for twenty minutes, %s: sent again while Discord knows the nonce, then left to the next command",
  async (_, isRestarted) => {
    const stage = await scene("2026-06-25T06:00Z", { standIn: { nonceWindow: 120_000 } });
    const { id, guildId, channelId } = await stage.subscribe({ postAt: "23:00" });
    await stage.store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "automod", at: 0 });
    stage.standIn.inject({ times: Number.POSITIVE_INFINITY, action: { kind: "drop", stored: true } });
    if (isRestarted) await stage.delivery.stop();
    for (let minute = 10; minute < 30; minute += 1) {
      if (isRestarted) await stage.afterRestart(`2026-06-25T06:${minute}:00Z`);
      else await stage.until(`2026-06-25T06:${minute}Z`);
    }
    expect(stage.texts(channelId)).toEqual(["fault: automod"]);
    expect(stage.standIn.requests.length).toBeGreaterThan(1);
    expect(await stage.store.guilds.untold(stage.clock.now(), 9)).toEqual([]);
    expect(await stage.store.guilds.notices(guildId)).toHaveLength(1);
  },
);

test.each(["no-access", "automod"] as const)(
  "%s in all 25 channels of a server: one message where /setup was used, which names all of them",
  async (fault) => {
    const stage = await scene("2026-06-25T06:00Z");
    const { guildId, ...first } = await stage.subscribe({ postAt: "23:00" }, { permissions: 0n });
    const channels = [first.channelId];
    const ids = [first.id];
    for (let count = 1; count < 25; count += 1) {
      const one = await stage.subscribe({ guildId, postAt: "23:00" }, { permissions: 0n });
      channels.push(one.channelId);
      ids.push(one.id);
    }
    for (const [at, subscriptionId] of ids.entries())
      await stage.store.guilds.notify({ guildId, subscriptionId, channelId: channels[at] ?? "", fault, at });
    const office = stage.standIn.addChannel(guildId);
    await stage.store.guilds.setupUsedIn(guildId, office, "en-GB");
    await stage.until("2026-06-25T06:03Z");
    expect(stage.texts(office)).toEqual([`fault: ${fault} of ${channels.join(" ")}`]);
    expect(await stage.store.guilds.notices(guildId)).toEqual([]);
  },
);
