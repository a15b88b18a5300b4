import { Routes } from "discord-api-types/v10";
import { expect, onTestFinished, test } from "vitest";
import { BreakerOpen, TurnedAway } from "../../src/discord/breaker.ts";
import { createRestClients } from "../../src/discord/rest.ts";
import { silentLog } from "../support/log.ts";
import { scene } from "./support.ts";

test("the posts of a minute go out over the spread, each at its own stable moment", async () => {
  const { subscribe, until, standIn } = await scene("2026-06-25T06:59Z", { spread: 30 });
  const expected: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    const { nextDue = "" } = await subscribe();
    expected.push((Number(nextDue.slice(17)) * 30_000) / 60);
  }
  await until("2026-06-25T07:00:59Z");
  const minute = Date.parse("2026-06-25T07:00Z");
  const moments = standIn.requests.filter(({ method }) => method === "POST").map(({ at }) => at - minute);
  expect(moments).toEqual(expected.toSorted((one, other) => one - other));
});

test("a post that waits for another try is not sent while its subscription is paused", async () => {
  const { subscribe, at, until, standIn, store, clock } = await scene("2026-06-25T06:59Z");
  const { id, channelId } = await subscribe();
  standIn.inject({ method: "POST", action: { kind: "answer", status: 503 } });
  await at("2026-06-25T07:00Z");
  await store.subscriptions.pause(id, clock.now());
  await until("2026-06-25T07:20Z");
  expect(standIn.messages(channelId)).toEqual([]);
  expect(standIn.requests.length).toBe(1);
});

test("what Discord's edge turns away stops answers and posts alike", async () => {
  const { standIn, clock } = await scene("2026-06-25T06:59Z");
  const { url: api, token } = standIn;
  const rest = createRestClients({ api, token, clock, log: silentLog, tokenRefused: () => undefined });
  onTestFinished(() => {
    for (const client of [rest.answers, rest.posting]) client.clearHandlerSweeper();
  });
  standIn.inject({ action: { kind: "answer", status: 403, html: "<html>" } });
  await expect(rest.answers.get(Routes.currentApplication())).rejects.toBeInstanceOf(TurnedAway);
  await expect(rest.posting.get(Routes.currentApplication())).rejects.toBeInstanceOf(BreakerOpen);
  expect(standIn.requests.length).toBe(1);
});
