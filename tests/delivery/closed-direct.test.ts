import { expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { settingsWith } from "../store/support.ts";
import { must } from "../support/must.ts";
import { type Scene, scene } from "./support.ts";

const DAY = 86_400_000;
const START = "2026-06-25T06:59Z";
const at = (time: string, days = 0) => Date.parse(`2026-06-25T${time}Z`) + days * DAY;

/** So many people who asked for reminders, with their direct messages. */
async function people({ store, standIn, clock }: Scene, count: number) {
  const made: Subscription[] = [];
  for (let number = 0; number < count; number += 1) {
    const { id: userId } = standIn.addPerson();
    const channelId = standIn.directMessages(userId);
    const settings = settingsWith({ guildId: userId, channelId, channelKind: "direct" });
    made.push(must(await store.reminders.change(userId, () => settings, clock.now() - DAY)));
  }
  const closed = async () => {
    const found = await Promise.all(made.map(({ guildId }) => store.reminders.of(guildId)));
    return found.filter((each) => each?.isClosed).length;
  };
  return { made, closed };
}

const closedToAll = { method: "POST", times: 9_999, action: { kind: "answer", status: 403, code: 50_007 } } as const;

test("direct messages of sixty people closed at once are Discord's trouble: nobody's reminders end, and all come after the pause", async () => {
  const stage = await scene(START, { concurrency: 4 });
  const { made, closed } = await people(stage, 60);
  const fault = stage.standIn.inject(closedToAll);
  await stage.until(at("07:05"));
  expect(stage.standIn.requests.length).toBeLessThan(30);
  fault.remove();
  await stage.until(at("07:25"));
  expect(made.map(({ channelId }) => stage.texts(channelId).length)).toEqual(made.map(() => 1));
  expect(await closed()).toBe(0);
  for (const { id } of made)
    expect((await stage.store.subscriptions.find(id))?.standing).toEqual({ state: "active", refused: undefined });
});

test("a person's reminders outlive one refusal", async () => {
  const stage = await scene(START);
  const { made, closed } = await people(stage, 1);
  const fault = stage.standIn.inject(closedToAll);
  await stage.until(at("07:01"));
  fault.remove();
  expect(await closed()).toBe(0);
  await stage.at(at("07:00", 1));
  await stage.at(at("07:00", 2));
  expect(made.flatMap(({ channelId }) => stage.texts(channelId))).toEqual([
    "reminder 2026-06-26",
    "reminder 2026-06-27",
  ]);
});

test("and end with the second, an hour or more later: nothing is tried after it", async () => {
  const stage = await scene(START);
  const { closed } = await people(stage, 1);
  stage.standIn.inject(closedToAll);
  await stage.until(at("07:01"));
  await stage.at(at("07:00", 1));
  expect(await closed()).toBe(1);
  for (const day of [2, 3]) await stage.at(at("07:00", day));
  expect(stage.standIn.requests.filter(({ method }) => method === "POST")).toHaveLength(2);
});
