import { appendFileSync, chmodSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { realClock } from "../discord/fixture.ts";
import { createPlace, EVENTS, type Place, removePlace, start } from "./process.ts";

// each test starts whole processes, which a busy machine takes its time over
vi.setConfig({ testTimeout: 60_000 });

let place: Place;
let discord: StandIn;
let taken: Server;
let takenPort: string;
beforeAll(async () => {
  place = createPlace();
  discord = await startStandIn({ clock: realClock });
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  takenPort = String(typeof address === "object" ? address?.port : address);
});
afterAll(async () => {
  taken.close();
  await discord.close();
  removePlace(place);
});

/** Starts the process with something wrong and gives back how it ended and its one message. */
async function failing(
  settings: Readonly<Record<string, string>>,
  where: Place = place,
): Promise<{ code: number | null; message: string }> {
  const { ended, output } = start(where, { LOG_LEVEL: "silent", ...settings });
  return { code: await ended, message: output() };
}

const withToken = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url });

test("settings that cannot be: all at once, by name, without their values", async () => {
  const { code, message } = await failing({ DISCORD_TOKEN: "Bot secret-value", POSTING_PACE: "0", HEALTH_PORT: "x" });
  expect(code).toBe(78);
  expect(message.match(/^- [A-Z_]+ must be/gm)).toEqual([
    "- DISCORD_TOKEN must be",
    "- HEALTH_PORT must be",
    "- POSTING_PACE must be",
  ]);
  expect(message).not.toContain("secret-value");
});

test("a bad token", async () => {
  const { code, message } = await failing({ ...withToken(), DISCORD_TOKEN: "not.the.token" });
  expect(code).toBe(78);
  expect(message).toMatch(
    /^Discord refused the token in DISCORD_TOKEN\. Take the current one from the Developer Portal.*\n$/,
  );
});

test("an unreachable Discord", async () => {
  const { code, message } = await failing({ DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: "http://127.0.0.1:9/api" });
  expect(code).toBe(1);
  expect(message).toMatch(/^Discord cannot be reached at http:\/\/127\.0\.0\.1:9\/api \(ECONNREFUSED.*\n$/);
});

test("an address that is not Discord's", async () => {
  const { code, message } = await failing({
    DISCORD_TOKEN: "a.b.c",
    DISCORD_API_URL: discord.url.replace("/api", "/elsewhere"),
  });
  expect(code).toBe(78);
  expect(message).toMatch(/answered 404.*Correct DISCORD_API_URL/);
});

test("a disk that cannot be written", async () => {
  const folder = join(place.folder, "read-only");
  mkdirSync(folder, { mode: 0o500 });
  chmodSync(folder, 0o500);
  // root may write everywhere but where the kernel allows nobody to
  const database = process.getuid?.() === 0 ? "/sys/attache/attache.sqlite" : join(folder, "attache.sqlite");
  const { code, message } = await failing({ ...withToken(), DATABASE_URL: database });
  expect(code).toBe(1);
  expect(message).toMatch(/^The database .*attache\.sqlite cannot be used.*\n$/);
  rmSync(folder, { recursive: true });
});

test("a taken port, of the page and of health", async () => {
  const page = await failing({ PLAYGROUND_PORT: takenPort });
  expect(page.code).toBe(78);
  expect(page.message).toMatch(/port.*Set PLAYGROUND_PORT to a free port/i);
  const health = await failing({ ...withToken(), HEALTH_PORT: takenPort });
  expect(health.code).toBe(78);
  expect(health.message).toMatch(/EADDRINUSE.*Set HEALTH_PORT to a free port/);
});

test("a broken line of data: its file, its line, what is wrong and what to do", async () => {
  const broken = createPlace();
  appendFileSync(join(broken.data, EVENTS), "by-xx,1992-02-31,,relations-established,BY RU,,,,,,,,,nowhere,\n");
  const { code, message } = await failing(withToken(), broken);
  expect(code).toBe(78);
  expect(message).toMatch(/treaties\/be\.csv:\d+: .*1992-02-31/);
  removePlace(broken);
});

test("a data directory that is not there", async () => {
  const { code, message } = await failing({ ...withToken(), DATA_DIRECTORY: join(place.folder, "nowhere") });
  expect(code).toBe(78);
  expect(message).toMatch(/nowhere.*DATA_DIRECTORY/);
});
