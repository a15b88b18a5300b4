import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isZone } from "../../src/delivery/subscription.ts";
import { changesOf, judge, minutesAround, TIMES, zoneOf } from "../delivery/year.ts";
import { type Episode, plan } from "./episodes.ts";
import type { Verdict } from "./time-child.ts";
import { ZONE_NAMES } from "./zones.ts";

const CHILD = fileURLToPath(new URL("time-child.ts", import.meta.url));
const FROM = Date.parse("2024-01-01T00:00Z");
const TO = Date.parse("2031-01-01T00:00Z");

/** One of so many episodes: for a look at a busy machine. */
const ONE_OF = Number(process.env["TIME_ONE_OF"] ?? 1);

const { classes, episodes: all } = plan();
const episodes = all.filter((_, index) => index % ONE_OF === 0);

/** Lives through episodes in a process of its own until there are none left. */
async function work(left: Episode[], verdicts: Verdict[]): Promise<void> {
  const child: ChildProcess = fork(CHILD, [], { execArgv: [] });
  const died = once(child, "exit").then(([code]: unknown[]) =>
    Promise.reject(new Error(`the child ended: ${String(code)}`)),
  );
  died.catch(() => undefined);
  for (let episode = left.shift(); episode !== undefined; episode = left.shift()) {
    const told = once(child, "message") as Promise<[Verdict]>;
    child.send(episode);
    verdicts.push((await Promise.race([told, died]))[0]);
  }
  child.disconnect();
}

test("every zone, every half hour, every change of the clocks from 2024 to 2030, over sockets: one post a local date that exists", async () => {
  const [left, verdicts]: [Episode[], Verdict[]] = [[...episodes], []];
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, () => work(left, verdicts)));
  const sum = (what: "posts" | "ticks") => verdicts.reduce((total, verdict) => total + verdict[what], 0);
  const changes = classes.reduce((total, one) => total + one.changes.length, 0);
  const counts = `${ZONE_NAMES.length} names of zones, ${classes.length} histories with ${changes} changes`;
  process.stdout.write(`${counts}: ${episodes.length} episodes, ${sum("ticks")} ticks, ${sum("posts")} posts\n`);
  expect(verdicts.flatMap(({ faults }) => faults)).toEqual([]);
  expect(verdicts).toHaveLength(episodes.length);
  expect(sum("posts")).toBeGreaterThan(150_000 / ONE_OF);
});

test("no zone that Node.js lists is left out, and names of one history are few enough for it to be worth while", () => {
  expect(Intl.supportedValuesOf("timeZone").filter((name) => !ZONE_NAMES.includes(name))).toEqual([]);
  expect(ZONE_NAMES.filter((name) => !isZone(name))).toEqual([]);
  expect(ZONE_NAMES.length).toBeGreaterThan(590);
  expect(classes.length).toBeGreaterThan(60);
});

test("one zone of each history, every minute of the three days around every change: one post a local date that exists", () => {
  let posts = 0;
  const faults: string[] = [];
  for (const zone of classes.map(({ names: [name] }) => zoneOf(name)))
    for (const around of changesOf(zone, FROM, TO)) {
      const verdict = judge(zone, TIMES, minutesAround(around));
      posts += verdict.posts;
      faults.push(...verdict.faults);
    }
  expect(faults).toEqual([]);
  expect(posts).toBeGreaterThan(50_000);
});
