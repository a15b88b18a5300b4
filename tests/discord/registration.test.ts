import { expect, test } from "vitest";
import { keepRegistering, registerCommands } from "../../src/discord/registration.ts";
import { recordingLog } from "../delivery/support.ts";
import { FakeClock } from "../support/clock.ts";
import { onStage } from "./stage.ts";

const MINUTE = 60_000;

test.each(["GET", "PUT"])(
  "commands whose %s fails are registered again and again, at growing distances, until they are: one line, and one when they are",
  async (method) => {
    await onStage(async ({ connection: { rest, applicationId }, discord }) => {
      const clock = new FakeClock(0);
      const { log, lines } = recordingLog(clock);
      let tries = 0;
      const register = () => {
        tries += 1;
        return registerCommands(rest.answers, applicationId, [], log);
      };
      const action = { kind: "answer", status: 503 } as const;
      const away = discord.inject({ method, path: /commands$/, times: Number.POSITIVE_INFINITY, action });
      await keepRegistering(register, { clock, log, signal: new AbortController().signal });
      expect(tries).toBe(1);
      const pauses: number[] = [];
      const pass = async () => {
        await expect.poll(() => clock.nextWake(), { timeout: 5_000 }).toBeGreaterThan(clock.now());
        pauses.push(((clock.nextWake() ?? 0) - clock.now()) / MINUTE);
        clock.set(clock.nextWake() ?? 0);
      };
      for (let count = 0; count < 8; count += 1) await pass();
      expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
      expect(lines()).toHaveLength(1);
      await expect.poll(() => clock.nextWake(), { timeout: 5_000 }).toBeDefined();
      away.remove();
      await pass();
      await expect.poll(lines).toContain("the commands are registered after all");
      expect(discord.commands()).toEqual([]);
      expect(clock.nextWake()).toBeUndefined();
      expect(lines().filter((line) => line.includes("could not"))).toHaveLength(1);
    });
  },
);

test("commands that are not registered yet when the bot stops are left to the next start", async () => {
  const clock = new FakeClock(0);
  const stopping = new AbortController();
  const { log } = recordingLog(clock);
  await keepRegistering(() => Promise.reject(new Error("away")), { clock, log, signal: stopping.signal });
  await expect.poll(() => clock.nextWake()).toBe(MINUTE);
  stopping.abort();
  await expect.poll(() => clock.nextWake()).toBeUndefined();
});
