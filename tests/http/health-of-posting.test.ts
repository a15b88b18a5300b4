import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { createRestClients } from "../../src/discord/rest.ts";
import { startHealth } from "../../src/http/health.ts";
import { watchedOf } from "../../src/wiring/watched.ts";
import { recordingLog, type Scene, scene } from "../delivery/support.ts";
import { troubled } from "../store/troubled.ts";
import { FakeClock } from "../support/clock.ts";
import { silentLog } from "../support/log.ts";

const answer = z.object({
  healthy: z.boolean(),
  alarms: z.array(z.object({ what: z.string(), cure: z.string().min(20) })),
});

/** What the health page says of posting, with every connection to Discord standing; its alarms in a word each. */
async function watching(stage: Scene, barred: () => { since: number; until: number } | undefined = () => undefined) {
  const health = await startHealth({ host: "127.0.0.1", port: 0 }, stage.clock, () =>
    watchedOf([{ connected: true, heardAt: stage.clock.now() }], stage.delivery.state(), barred(), undefined),
  );
  onTestFinished(() => health.close());
  return async () => {
    const response = await fetch(health.url);
    const { healthy, alarms } = answer.parse(await response.json());
    expect([response.status, healthy]).toEqual(alarms.length > 0 ? [503, false] : [200, true]);
    return alarms.map(({ what }) => what);
  };
}

describe("the database", () => {
  test("is full: said at once with what to do, and over with the first minute that can be written", async () => {
    const { store, run } = await troubled();
    const stage = await scene("2026-06-25T06:30Z", { store });
    const alarms = await watching(stage);
    for (let count = 0; count < 60; count += 1) await stage.subscribe();
    await stage.at("2026-06-25T06:31Z");
    expect(await alarms()).toEqual([]);
    await run("pragma max_page_count = 1");
    await stage.until("2026-06-25T07:01Z");
    expect((await alarms()).join()).toContain("The disk is full. Free some space");
    await run("pragma max_page_count = 1000000");
    await stage.until("2026-06-25T07:04Z");
    expect(await alarms()).toEqual([]);
    await stage.delivery.stop();
  });

  test("takes nothing, so that nobody can look who is due: the one alarm says why, not that it stands still", async () => {
    const { store, run } = await troubled();
    const stage = await scene("2026-06-25T06:30Z", { store });
    const alarms = await watching(stage);
    await stage.until("2026-06-25T06:31Z");
    await run("create trigger full before update on continuity begin select raise(abort, 'x'); end");
    await stage.until("2026-06-25T06:40Z");
    expect(await alarms()).toEqual([expect.stringMatching(/^The database .* cannot be used/u)]);
    await run("drop trigger full");
    await stage.until("2026-06-25T06:41Z");
    expect(await alarms()).toEqual([]);
    await stage.delivery.stop();
  });

  test("does not take what became of a post: said how many, until it does", async () => {
    const { store, run } = await troubled();
    const stage = await scene("2026-06-25T06:59Z", { store });
    const alarms = await watching(stage);
    const one = await stage.subscribe();
    const held = stage.standIn.inject({ method: "POST", action: { kind: "hold" } });
    stage.clock.set("2026-06-25T07:00Z");
    await stage.delivery.tick();
    await held.struck;
    await run("create trigger full before update on delivery begin select raise(abort, 'x'); end");
    held.release();
    await expect
      .poll(alarms)
      .toEqual([
        expect.stringMatching(/^The database .* cannot be used/u),
        expect.stringContaining("what became of 1 posts cannot be written"),
      ]);
    await run("drop trigger full");
    stage.clock.advance(5_000);
    await stage.delivery.idle();
    expect(await alarms()).toEqual([]);
    expect((await stage.history(one))[0]).toMatchObject({ state: "sent" });
    await stage.delivery.stop();
  });
});

describe("Discord", () => {
  test("refuses so many servers that it must be its own trouble: said while that lasts", async () => {
    const stage = await scene("2026-06-25T06:59Z", { concurrency: 1 });
    const alarms = await watching(stage);
    for (let count = 0; count < 10; count += 1) await stage.subscribe();
    const all = { method: "POST", times: Number.POSITIVE_INFINITY } as const;
    const fault = stage.standIn.inject({ ...all, action: { kind: "answer", status: 403, code: 50_001 } });
    await stage.until("2026-06-25T07:02Z");
    expect(await alarms()).toEqual([expect.stringContaining("it must be Discord")]);
    fault.remove();
    await stage.until("2026-06-25T07:14Z");
    expect(await alarms()).toEqual([]);
  });

  test("answers nobody: said after a minute, until somebody gets a post", async () => {
    const stage = await scene("2026-06-25T06:59Z");
    const alarms = await watching(stage);
    for (let count = 0; count < 5; count += 1) await stage.subscribe();
    const away = stage.standIn.inject({ times: Number.POSITIVE_INFINITY, action: { kind: "answer", status: 503 } });
    await stage.until("2026-06-25T07:00:04Z");
    expect(await alarms()).toEqual([]);
    await stage.until("2026-06-25T07:05Z");
    expect(await alarms()).toEqual([expect.stringMatching(/Discord takes no posts since|nothing is posted from/)]);
    away.remove();
    await stage.until("2026-06-25T07:12Z");
    expect(await alarms()).toEqual([]);
  });

  test("limits everything: short limits are everyday, one of minutes is said", async () => {
    const stage = await scene("2026-06-25T06:59Z");
    const alarms = await watching(stage);
    await stage.subscribe();
    stage.standIn.inject({ method: "POST", action: { kind: "limited", retryAfter: 50, scope: "global" } });
    await stage.at("2026-06-25T07:00Z");
    expect(await alarms()).toEqual([]);
    stage.standIn.inject({ method: "POST", action: { kind: "limited", retryAfter: 300, scope: "global" } });
    await stage.until("2026-06-25T07:02Z");
    expect(await alarms()).toEqual([expect.stringMatching(/nothing is posted from .* to .*: Discord limits/)]);
  });

  test("has its edge turn this machine away: said until when, by the breaker before all requests", async () => {
    const stage = await scene("2026-06-25T06:59Z");
    const { answers, barred } = createRestClients({
      api: stage.standIn.url,
      token: stage.standIn.token,
      clock: stage.clock,
      log: silentLog,
      tokenRefused: () => undefined,
    });
    onTestFinished(() => answers.clearHandlerSweeper());
    const alarms = await watching(stage, barred);
    stage.standIn.inject({ action: { kind: "answer", status: 429, html: "<h1>blocked</h1>" } });
    expect(await alarms()).toEqual([]);
    await answers.get("/gateway").catch(() => undefined);
    expect(await alarms()).toEqual([
      expect.stringContaining("from 2026-06-25 06:59:00 UTC to 2026-06-25 07:00:00 UTC"),
    ]);
    stage.clock.set("2026-06-25T07:00Z");
    expect(await alarms()).toEqual([]);
  });
});

describe("the round", () => {
  test.each([
    [
      0,
      "alone: said once it will be late",
      [expect.stringMatching(/^1 posts wait, the first since 2026-06-25 07:00.* came to this: .*HTTP 503/u)],
    ],
    [1, "while others get theirs: its own admins' matter", []],
  ])("cannot send to one channel, %s others, %s", async (others, _, expected) => {
    const stage = await scene("2026-06-25T06:59Z");
    const alarms = await watching(stage);
    const one = await stage.subscribe();
    for (let count = 0; count < others; count += 1) await stage.subscribe({ postAt: "09:10" });
    stage.standIn.inject({
      path: new RegExp(one.channelId),
      times: Number.POSITIVE_INFINITY,
      action: { kind: "answer", status: 503 },
    });
    await stage.until("2026-06-25T07:14Z");
    expect(await alarms()).toEqual([]);
    await stage.until("2026-06-25T07:17Z");
    expect(await alarms()).toEqual(expected);
  });

  test("has more to send than it can: said that their turn has not come; not while something else is said to keep them", async () => {
    const stage = await scene("2026-06-25T06:59Z", { pace: 1 / 120, concurrency: 1 });
    const alarms = await watching(stage);
    for (let count = 0; count < 40; count += 1) await stage.subscribe();
    await stage.until("2026-06-25T07:14Z");
    expect(await alarms()).toEqual([]);
    await stage.until("2026-06-25T07:17Z");
    expect(await alarms()).toEqual([
      expect.stringMatching(/^\d+ posts wait, the first since 2026-06-25 07:00.*: their turn has not come$/u),
    ]);
    stage.standIn.inject({ method: "POST", action: { kind: "limited", retryAfter: 600, scope: "global" } });
    await stage.until("2026-06-25T07:21Z");
    expect(await alarms()).toEqual([expect.stringContaining("nothing is posted from")]);
  });

  test("has five calendars of one server that Discord does not serve: its own admins' matter", async () => {
    const stage = await scene("2026-06-25T06:59Z");
    const alarms = await watching(stage);
    const { guildId, channelId } = await stage.subscribe();
    const channels = [channelId];
    for (let count = 0; count < 5; count += 1) channels.push((await stage.subscribe({ guildId })).channelId);
    await stage.subscribe({ postAt: "09:10" });
    stage.standIn.inject({
      path: new RegExp(channels.join("|")),
      times: Number.POSITIVE_INFINITY,
      action: { kind: "answer", status: 503 },
    });
    await stage.until("2026-06-25T07:17Z");
    expect(await alarms()).toEqual([]);
  });

  test("holds what is for servers with an outage: no alarm, and a line in the log for each when it begins and when it ends", async () => {
    const { log, lines } = recordingLog(new FakeClock("2026-06-25T06:59Z"));
    const stage = await scene("2026-06-25T06:59Z", { log });
    const alarms = await watching(stage);
    const servers = [];
    for (let count = 0; count < 6; count += 1) servers.push((await stage.subscribe()).guildId);
    for (const guildId of servers) {
      await stage.subscribe({ guildId });
      await stage.delivery.hear({ kind: "guild-unavailable", guildId });
    }
    await stage.until("2026-06-25T07:40Z");
    expect(await alarms()).toEqual([]);
    for (const guildId of servers)
      await stage.delivery.hear({ kind: "guild-present", guildId, roleIds: [], channels: [] });
    expect(lines()).toEqual([
      ...servers.map(() => "Discord has an outage of a server: its posts wait until that is over"),
      ...servers.map(() => "the outage of a server is over: its posts go on"),
    ]);
  });

  test("does not come to its end: said after five minutes", async () => {
    const stuck = Promise.withResolvers<void>();
    const stage = await scene("2026-06-25T06:59Z", { agree: () => stuck.promise });
    const alarms = await watching(stage);
    const ticking = stage.delivery.tick();
    stage.clock.set("2026-06-25T07:03:59Z");
    expect(await alarms()).toEqual([]);
    stage.clock.set("2026-06-25T07:04Z");
    expect(await alarms()).toEqual(["nobody has looked who is due since 2026-06-25 06:59:00 UTC"]);
    stuck.resolve();
    await ticking;
    expect(await alarms()).toEqual([]);
  });
});
