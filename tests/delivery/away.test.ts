import { expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import type { FaultAction } from "../../src/playground/api.ts";
import { FakeClock } from "../support/clock.ts";
import { recordingLog, scene } from "./support.ts";

test.each<readonly [string, FaultAction]>([
  ["answers 503", { kind: "answer", status: 503 }],
  ["answers 500, which may mean anything", { kind: "answer", status: 500 }],
  ["cuts every connection", { kind: "drop", stored: false }],
  ["carries everything out, and cuts every connection before it answers", { kind: "drop", stored: true }],
])(
  "Discord away for ten minutes, and %s: few requests, one line in the log, and every post once",
  async (_, action) => {
    const clock = new FakeClock("2026-06-25T06:59Z");
    const { log, lines } = recordingLog(clock);
    const { until, subscribe, standIn, texts, history } = await scene("2026-06-25T06:59Z", {
      clock,
      log,
      concurrency: 4,
    });
    const all: Subscription[] = [];
    for (let count = 0; count < 40; count += 1) all.push(await subscribe());
    const away = standIn.inject({ times: Number.POSITIVE_INFINITY, action });
    await until("2026-06-25T07:10Z");
    expect(standIn.requests.length).toBeLessThan(100);
    away.remove();
    await until("2026-06-25T07:30Z");
    const posts = all.map(({ channelId }) => texts(channelId).map((text) => text.replace(" (late)", "")));
    expect(posts).toEqual(all.map(() => ["daily 2026-06-25"]));
    const rows = await Promise.all(all.map(async (one) => (await history(one))[0]?.state));
    expect(rows).toEqual(all.map(() => "sent"));
    expect(lines()).toEqual([
      "Discord does not take posts: they wait, and go out once it does",
      "Discord takes posts again",
    ]);
  },
);
