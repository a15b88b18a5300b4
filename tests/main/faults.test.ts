import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { openStore } from "../../src/store/open.ts";
import { realClock } from "../discord/fixture.ts";
import { silentLog } from "../support/log.ts";
import { createPlace, EVENTS, lastWords, type Place, removePlace, start } from "./process.ts";

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
  const code = await ended;
  expect(output().match(/\n/g)).toHaveLength(1);
  return { code, message: `${lastWords(output())}\n` };
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
  expect(code).toBe(78);
  expect(message).toMatch(/^The database .*attache\.sqlite cannot be used.*\n$/);
  rmSync(folder, { recursive: true });
});

test.each([
  [
    "a file of something else",
    (path: string) => Promise.resolve(writeFileSync(path, "Dear diary, ".repeat(1_000))),
    /not an SQLite/,
  ],
  ["a folder in its place", (path: string) => Promise.resolve(mkdirSync(path)), /cannot be opened/],
  ["of a newer version", newer, /newer version of Attaché/],
  ["damaged", damaged, /restore the newest backup/],
  [
    "gone, while its mark is there",
    (path: string) => Promise.resolve(writeFileSync(`${path}-mark`, "one other then\n")),
    /Mount the disk/,
  ],
])("a database that is %s", async (_, make, cure) => {
  const path = join(mkdtempSync(join(place.folder, "database-")), "attache.sqlite");
  await make(path);
  const { code, message } = await failing({ ...withToken(), DATABASE_URL: path });
  expect(code).toBe(78);
  expect(message).toMatch(/^The database .*attache\.sqlite cannot be used.*\n$/);
  expect(message).toMatch(cure);
});

test("the last words hold no token, wherever it was put", async () => {
  const path = `README.md/${discord.token}/attache.sqlite`;
  const { message } = await failing({ ...withToken(), DATABASE_URL: path });
  expect(message).toContain("The database README.md/[");
  expect(message).not.toContain(discord.token);
});

async function newer(path: string): Promise<void> {
  await (await openStore(path, realClock, silentLog)).close();
  const database = new SQLite(path);
  database.exec("insert into migration values (99, 'from-the-future', 0)");
  database.close();
}

async function damaged(path: string): Promise<void> {
  await (await openStore(path, realClock, silentLog)).close();
  const size = statSync(path).size;
  truncateSync(path, size / 2);
}

test("a taken port, of the page and of health", async () => {
  const page = await failing({ PLAYGROUND_PORT: takenPort });
  expect(page.code).toBe(78);
  expect(page.message).toMatch(/port.*Set PLAYGROUND_PORT to a free port/i);
  const health = await failing({ ...withToken(), HEALTH_PORT: takenPort });
  expect(health.code).toBe(78);
  expect(health.message).toMatch(/EADDRINUSE.*Set HEALTH_PORT to a free port/);
  const host = await failing({ ...withToken(), HEALTH_PORT: "0", HEALTH_HOST: "203.0.113.1" });
  expect(host.code).toBe(78);
  expect(host.message).toMatch(/203\.0\.113\.1.*Set HEALTH_HOST to an address of this machine/);
});

test("a broken line of data: its file, its line, what is wrong and what to do", async () => {
  const broken = createPlace();
  appendFileSync(join(broken.data, EVENTS), "by-xx,1992-02-31,,relations-established,BY RU,,,,,,,,,nowhere,\n");
  const { code, message } = await failing(withToken(), broken);
  expect(code).toBe(78);
  expect(message).toMatch(/treaties\/be\.csv:\d+: .*1992-02-31/);
  removePlace(broken);
});

test("a broken line among the cities by which zones are found is told at the start as well", async () => {
  const broken = createPlace();
  appendFileSync(join(broken.data, "zones", "cities.csv"), "Ghent,BE\n");
  const { code, message } = await failing(withToken(), broken);
  expect(code).toBe(78);
  expect(message).toMatch(/zones\/cities\.csv:\d+: .*2 cells/);
  removePlace(broken);
});

test("a data directory that is not there, or is a file", async () => {
  for (const directory of [join(place.folder, "nowhere"), "README.md"]) {
    const { code, message } = await failing({ ...withToken(), DATA_DIRECTORY: directory });
    expect(code).toBe(78);
    expect(message).toMatch(/^The facts in .*(nowhere|README\.md).*DATA_DIRECTORY\.\n$/);
  }
});

test.each([
  ['{ "heading": ', /delivery\.json: this is no JSON: .* - correct it/],
  ['{ "notice": 7 }', /delivery\.json: this is no JSON object of strings - correct it/],
])("a broken file of texts: %s", async (text, words) => {
  const broken = createPlace();
  writeFileSync(join(broken.data, "translations/en/delivery.json"), text);
  const { code, message } = await failing(withToken(), broken);
  expect(code).toBe(78);
  expect(message).toMatch(words);
  expect(message).not.toMatch(/^ +at /m);
  removePlace(broken);
});
