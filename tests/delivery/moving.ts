import { expect } from "vitest";
import type { PostAt, Subscription } from "../../src/delivery/subscription.ts";
import { type Scene, scene } from "./support.ts";

export const DATE = "2026-06-25";
export const POST = `daily ${DATE}`;
export const MOVED = "moved to another channel while it was being posted";
export const FROM_ANOTHER = "had-from-another";
const NOON = "12:00" as PostAt;

/** A calendar at 09:00, another channel of its server, and what moves and makes calendars as admins do. */
export async function stage(
  settings: Parameters<Scene["subscribe"]>[0] = {},
  channel: Parameters<Scene["subscribe"]>[1] = {},
) {
  const all = await scene(`${DATE}T06:00Z`);
  const one = await all.subscribe(settings, channel);
  const elsewhere = all.standIn.addChannel(one.guildId, channel);
  const { subscriptions } = all.store;
  async function move({ id }: Subscription, channelId: string): Promise<void> {
    const now = await subscriptions.find(id);
    expect(now && (await subscriptions.revise(id, now.revision, { ...now, channelId }, all.clock.now()))).toMatchObject(
      {
        outcome: "changed",
      },
    );
  }
  const make = async (channelId: string, postAt = NOON) =>
    (await subscriptions.subscribe({ ...one, channelId, postAt }, all.clock.now())).subscription;
  const fail = (channelId: string) =>
    all.standIn.inject({
      method: "POST",
      path: new RegExp(channelId),
      times: 1,
      action: { kind: "answer", status: 503 },
    });
  const row = async (subscription: Subscription) => (await all.history(subscription))[0];
  return { ...all, one, elsewhere, move, make, fail, row };
}
