import { existsSync, rmSync } from "node:fs";
import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { stage } from "./backup.ts";

test("the file that ends in -mark is lost: nothing is posted twice, what cannot be looked for stays out and is told, and the next day is like any other", async () => {
  const all = await stage();
  const sent = await all.subscribe();
  const due = await all.subscribe({ postAt: "10:00" });
  const permissions = INVITED_WITH & ~PermissionFlagsBits.ReadMessageHistory;
  const blind = await all.subscribe({ postAt: "10:00" }, { permissions });
  await all.at("2026-06-25T07:00Z");
  for (const { channelId } of [sent, due, blind]) all.standIn.write(channelId, all.standIn.addPerson(), "Good morning");
  const mark = `${all.path}-mark`;
  const store = await all.reopened(() => rmSync(mark));
  const again = all.another(store);
  const at = async (instant: string) => {
    all.clock.set(instant);
    await again.tick();
    await again.idle();
  };
  for (const instant of ["07:30", "08:00", "08:02"]) await at(`2026-06-25T${instant}Z`);
  expect([sent, due, blind].map(({ channelId }) => all.texts(channelId))).toEqual([
    ["daily 2026-06-25", "Good morning"],
    ["Good morning", "daily 2026-06-25"],
    ["Good morning", "fault: history-needed"],
  ]);
  expect((await store.ledger.history(blind.id, 1))[0]?.state).toBe("unknown");
  expect(existsSync(mark)).toBe(true);
  const before = all.standIn.requests.length;
  for (const instant of ["07:00", "08:00"]) await at(`2026-06-26T${instant}Z`);
  for (const { channelId } of [sent, due, blind]) expect(all.texts(channelId).at(-1)).toBe("daily 2026-06-26");
  const asked = all.standIn.requests.slice(before).map(({ method }) => method);
  expect(asked).toEqual(["POST", "POST", "POST"]); // nothing is looked for any more
});
