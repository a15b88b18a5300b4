import { describe, expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { scene } from "./support.ts";

const DAY = 86_400_000;
const day = (number: number, time = "07:00") => Date.parse(`2026-06-25T${time}Z`) + number * DAY;

/** A channel that has refused for so long that it is probed once a week: on the days 7, 14 and 21. */
async function probedWeekly() {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe({}, { permissions: 0n });
  for (let number = 0; number <= 7; number += 1) await stage.at(day(number));
  const mend = async () => {
    stage.standIn.setPermissions(one.channelId, INVITED_WITH);
    await stage.delivery.hear({ kind: "access-changed", guildId: one.guildId, channelId: one.channelId });
  };
  return { ...stage, one, mend };
}

describe("a channel that was probed weekly and whose permissions are mended gets its post", () => {
  test("that day and the next, where the last probe was the same day", async () => {
    const { at, mend, one, texts } = await probedWeekly();
    await mend();
    await at(day(7, "07:30"));
    await at(day(8));
    expect(texts(one.channelId)).toEqual(["daily 2026-07-02 (late)", "daily 2026-07-03"]);
  });

  test("that day, where there was no probe", async () => {
    const { at, mend, one, texts } = await probedWeekly();
    await at(day(9, "08:00"));
    await mend();
    await at(day(9, "08:01"));
    await at(day(10));
    expect(texts(one.channelId)).toEqual(["daily 2026-07-04 (late)", "daily 2026-07-05"]);
  });
});
