import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isZone } from "../../src/delivery/subscription.ts";
import { CLOCKS, type Episode, plan, subscriptionsIn } from "./episodes.ts";
import type { Verdict } from "./time-child.ts";

const CHILD = fileURLToPath(new URL("time-child.ts", import.meta.url));
/** A file is a file there, too, and nobody waits for a disk: that a crash loses nothing is proved elsewhere. */
const IN_MEMORY = existsSync("/dev/shm") ? { TMPDIR: "/dev/shm" } : {};

const { names, classes, episodes } = plan();
const changes = classes.reduce((total, one) => total + one.changes.length, 0);
const staysOf = (why: Episode["why"]) => episodes.filter((one) => one.why === why).flatMap(({ stays }) => stays);

function progressOf(verdicts: readonly Verdict[]): string {
  const faults = verdicts.flatMap((verdict) => verdict.faults);
  return [`${verdicts.length} of ${episodes.length} episodes, ${faults.length} faults`, ...faults.slice(0, 3)].join(
    "\n",
  );
}

/** Lives through episodes in a process of its own until there are none left. */
async function work(left: Episode[], verdicts: Verdict[]): Promise<void> {
  const child: ChildProcess = fork(CHILD, [], { execArgv: [], env: { ...process.env, ...IN_MEMORY } });
  const died = once(child, "exit").then(([code]: unknown[]) =>
    Promise.reject(new Error(`the child ended: ${String(code)}`)),
  );
  died.catch(() => undefined);
  for (let episode = left.shift(); episode !== undefined; episode = left.shift()) {
    const told = once(child, "message") as Promise<[Verdict]>;
    child.send(episode);
    verdicts.push((await Promise.race([told, died]))[0]);
    if (verdicts.length % 20 === 0) process.stdout.write(`${progressOf(verdicts)}\n`);
  }
  child.disconnect();
}

test("every zone, every half hour, every change of the clocks from 2024 to 2030 and clocks that are wrong, over sockets: one post a local date that exists", {
  timeout: 1_500_000,
}, async () => {
  const left = episodes.toSorted((one, other) => subscriptionsIn(other.stays) - subscriptionsIn(one.stays));
  const verdicts: Verdict[] = [];
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, () => work(left, verdicts)));
  const sum = (what: "subscriptions" | "dates" | "posts" | "ticks" | "requests") =>
    verdicts.reduce((total, verdict) => total + verdict[what], 0);
  const slowest = Math.max(...verdicts.map(({ seconds }) => seconds));
  const lines = [
    `${names.length} names of zones, in ${classes.length} histories with ${changes} changes of the clocks, ${staysOf("a change").length} of them different`,
    `each name at ${staysOf("every name")[0]?.times.length} half hours of a day, each change and each way of a day at 48`,
    `${episodes.length} episodes (the slowest took ${slowest.toFixed(1)} s), ${sum("subscriptions")} subscriptions, ${sum("ticks")} ticks`,
    `${sum("dates")} local dates to post on, ${sum("posts")} posts, ${sum("requests")} requests`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  expect(verdicts.flatMap(({ faults }) => faults)).toEqual([]);
  expect(verdicts).toHaveLength(episodes.length);
  expect(sum("posts")).toBe(sum("dates"));
  expect(sum("subscriptions")).toBe(subscriptionsIn(episodes.flatMap(({ stays }) => stays)));
});

test("no zone is left out, no change, no way in which a clock can be wrong", () => {
  const listed = Intl.supportedValuesOf("timeZone");
  expect(listed.filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => !isZone(name))).toEqual([]);
  expect(
    staysOf("every name")
      .map(({ zone }) => zone)
      .toSorted(),
  ).toEqual(names.toSorted());
  expect(names.length).toBeGreaterThan(590);
  for (const zone of ["Australia/Lord_Howe", "Antarctica/Troll", "Africa/Casablanca", "Africa/Cairo"]) {
    const [first, ...more] = classes.filter((one) => one.names.includes(zone));
    expect([zone, more.length]).toEqual([zone, 0]);
    expect(first?.changes.length ?? 0, zone).toBeGreaterThan(5); // newer data may know of fewer changes to come
  }
  expect(staysOf("a change").map(({ zone }) => zone)).toContain("Pacific/Apia");
  expect(new Set(episodes.map(({ clock }) => clock))).toEqual(new Set(CLOCKS));
});
