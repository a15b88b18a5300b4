import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { type Scene, scene } from "./support.ts";

const MINUTE = 60_000;
const ALWAYS = Number.POSITIVE_INFINITY;
const POST = { method: "POST", path: /messages$/ } as const;
const NO_ACCESS = { kind: "answer", status: 403, code: 50001, message: "Missing Access" } as const;
const NO_PERMISSION = { kind: "answer", status: 403, code: 50013, message: "Missing Permissions" } as const;
const ANSWER_LOST = { kind: "drop", stored: true } as const;
/** Nine in the morning in Brussels, on a date that has a month's overview beside the day. */
const HOUR = "2026-07-01T07:00";

async function told({ store }: Scene, { guildId }: Subscription): Promise<readonly string[]> {
  return (await store.guilds.notices(guildId)).map(({ fault }) => fault);
}

async function standing({ store }: Scene, { id }: Subscription) {
  return (await store.subscriptions.find(id))?.standing;
}

async function mended(stage: Scene, { guildId, channelId }: Subscription): Promise<void> {
  await stage.delivery.hear({ kind: "access-changed", guildId, channelId });
}

/** A process of its own from that instant on, minute by minute. */
async function afterwards(stage: Scene, from: string, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1)
    await stage.afterRestart(new Date(Date.parse(from) + minute * MINUTE).toISOString());
}

describe("only a message taken since ends a refusal", () => {
  test("the day, whose answer was lost, is found after its channel refused the month: that stands, and goes out once mended", async () => {
    const stage = await scene("2026-06-30T22:00Z");
    const one = await stage.subscribe();
    stage.standIn.inject({ ...POST, times: 1, action: ANSWER_LOST });
    const closed = stage.standIn.inject({ ...POST, times: ALWAYS, action: NO_PERMISSION });
    await stage.until(`${HOUR}:02Z`);
    await stage.delivery.stop();
    await afterwards(stage, "2026-07-01T07:05Z", 3);
    expect(stage.texts(one.channelId)).toEqual(["daily 2026-07-01"]);
    expect(await standing(stage, one)).toMatchObject({ refused: { fault: "no-permission" } });
    expect(await told(stage, one)).toEqual(["no-permission"]);
    closed.remove();
    await mended(stage, one);
    await afterwards(stage, "2026-07-01T07:10Z", 3);
    expect(stage.texts(one.channelId)).toEqual(["daily 2026-07-01", "month 2026-07-01"]);
    expect(await told(stage, one)).toEqual([]);
  });

  test("one that was sent after the refusal, and found: the refusal is over, and what was refused goes out", async () => {
    const stage = await scene("2026-06-30T22:00Z");
    const one = await stage.subscribe();
    stage.standIn.inject({ ...POST, times: 1, action: { kind: "answer", status: 503 } });
    stage.standIn.inject({ ...POST, times: 1, action: NO_PERMISSION });
    stage.standIn.inject({ ...POST, times: 1, action: ANSWER_LOST });
    const away = stage.standIn.inject({ ...POST, times: ALWAYS, action: { kind: "answer", status: 503 } });
    await stage.until(`${HOUR}:40Z`);
    away.remove();
    expect(stage.texts(one.channelId)).toEqual(["daily 2026-07-01"]);
    expect(await standing(stage, one)).toMatchObject({ refused: { fault: "no-permission" } });
    await stage.delivery.stop();
    await afterwards(stage, "2026-07-01T07:05Z", 4);
    expect(stage.texts(one.channelId)).toEqual(["daily 2026-07-01", "month 2026-07-01"]);
    expect(await standing(stage, one)).toEqual({ state: "active", refused: undefined });
    expect(await told(stage, one)).toEqual([]);
  });

  test("one taken now ends it: what was refused of its date goes out as well", async () => {
    const stage = await scene("2026-06-30T22:00Z");
    const one = await stage.subscribe();
    stage.standIn.inject({ ...POST, times: 1, action: { kind: "answer", status: 503 } });
    stage.standIn.inject({ ...POST, times: 1, action: NO_PERMISSION });
    await stage.until("2026-07-01T07:05Z");
    expect([...stage.texts(one.channelId)].sort()).toEqual(["daily 2026-07-01", "month 2026-07-01"]);
    expect(await told(stage, one)).toEqual([]);
  });
});

describe("a post is out, and its channel closes before it is published", () => {
  const ANNOUNCED = [
    { channelKind: "announcement", crosspost: true },
    { type: ChannelType.GuildAnnouncement },
  ] as const;
  const CROSSPOST = { method: "POST", path: /crosspost$/ } as const;

  test("the publishing was put off: the day's refusal stands, is told as what it is, and the day goes out once mended", async () => {
    const stage = await scene("2026-06-30T22:00Z");
    const one = await stage.subscribe(...ANNOUNCED);
    stage.standIn.inject({ ...CROSSPOST, times: 1, action: { kind: "limited", retryAfter: 600, scope: "shared" } });
    stage.standIn.inject({ ...POST, times: 1, action: { kind: "answer", status: 503 } });
    await stage.until(`${HOUR}:05Z`);
    const closed = stage.standIn.inject({ method: "POST", times: ALWAYS, action: NO_ACCESS });
    await stage.until("2026-07-01T07:30Z");
    expect(stage.texts(one.channelId)).toEqual(["month 2026-07-01"]);
    expect(await standing(stage, one)).toMatchObject({ refused: { fault: "no-access" } });
    expect(await told(stage, one)).toEqual(["no-access"]);
    closed.remove();
    await mended(stage, one);
    await stage.until("2026-07-01T07:35Z");
    expect(stage.texts(one.channelId)).toEqual(["month 2026-07-01", "daily 2026-07-01 (late)"]);
  });

  test("refused at once: it is out, and the channel's refusal is told; not that the post cannot be published", async () => {
    const stage = await scene("2026-06-24T22:00Z");
    const one = await stage.subscribe(...ANNOUNCED);
    stage.standIn.inject({ ...CROSSPOST, times: ALWAYS, action: NO_ACCESS });
    await stage.until("2026-06-25T07:01Z");
    expect(await stage.history(one)).toMatchObject([
      { state: "sent", messageId: stage.standIn.messages(one.channelId)[0]?.id },
    ]);
    expect(await standing(stage, one)).toMatchObject({ refused: { fault: "no-access" } });
    expect(await told(stage, one)).toEqual(["no-access"]);
  });
});
