import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";

test("an empty environment is right: everything has a default", () => {
  expect(readConfig({})).toEqual({
    ok: true,
    config: {
      discordToken: undefined,
      discordApiUrl: "https://discord.com/api",
      databasePath: ".attache/attache.sqlite",
      cacheDirectory: ".attache/cache",
      dataDirectory: "data",
      logLevel: undefined,
      playgroundPort: 8090,
      health: undefined,
      feed: undefined,
      postingPace: 40,
      issuesUrl: undefined,
    },
  });
});

test(".env.example, copied as it is, is the defaults", () => {
  expect(readConfig(parseEnv(readFileSync(".env.example", "utf8")))).toEqual(readConfig({}));
});

test("every fault is reported at once, by name, without the value", () => {
  const wrong = {
    DISCORD_TOKEN: "Bot secret-value",
    DISCORD_API_URL: "https://discord.com/api/v10",
    DATABASE_URL: "postgres://user:secret-value@db/attache",
    LOG_LEVEL: "secret-value",
    PLAYGROUND_PORT: "65536",
    HEALTH_PORT: "secret-value",
    FEED_URL: "ftp://secret-value",
    FEED_PORT: "secret-value",
    POSTING_PACE: "51",
    ISSUES_URL: "http://secret-value",
  };
  const read = readConfig(wrong);
  if (read.ok) throw new Error("accepted");
  expect(new Set(read.faults.map((fault) => fault.split(" ")[0]))).toEqual(new Set(Object.keys(wrong)));
  for (const fault of read.faults) expect(fault).toMatch(/^[A-Z_]+ must be .+\.$/);
  expect(read.faults.join("\n")).not.toContain("secret-value");
});

test("a misspelt setting is named, with what was meant; others' are left alone", () => {
  expect(readConfig({ DISCORD_TOKE: "a.b.c", HEALTH_PROT: "1", DISCORD_WEBHOOK_OF_ANOTHER: "x", HOME: "/" })).toEqual({
    ok: false,
    faults: [
      "DISCORD_TOKE is no setting. Write DISCORD_TOKEN, or remove it.",
      "HEALTH_PROT is no setting. Write HEALTH_PORT, or remove it.",
    ],
  });
  expect(readConfig({ DISCORD_WEBHOOK_OF_ANOTHER: "x" }).ok).toBe(true);
});

test.each([
  ["DISCORD_API_URL", "http://127.0.0.1:8090/api/", { discordApiUrl: "http://127.0.0.1:8090/api" }],
  [
    "DATABASE_URL",
    "file:///var/lib/attache.sqlite",
    { databasePath: "/var/lib/attache.sqlite", cacheDirectory: "/var/lib/cache" },
  ],
  ["DATABASE_URL", "file:attache.sqlite", { databasePath: "attache.sqlite" }],
  ["HEALTH_PORT", "8081", { health: { host: "127.0.0.1", port: 8081 } }],
  [
    "FEED_URL",
    "https://dates.example.org/feeds/",
    { feed: { url: "https://dates.example.org/feeds", host: "127.0.0.1", port: 8092 } },
  ],
  ["DISCORD_TOKEN", "  a.b-c_d.e  ", { discordToken: "a.b-c_d.e" }],
])("%s=%s", (name, value, expected) => {
  expect(readConfig({ [name]: value })).toMatchObject({ ok: true, config: expected });
});

test.each([
  ["DISCORD_API_URL", "discord.com/api"],
  ["DISCORD_API_URL", "https://user@discord.com/api"],
  ["DISCORD_TOKEN", '"quoted"'],
  ["PLAYGROUND_PORT", "-1"],
  ["POSTING_PACE", "0"],
])("%s=%s is refused", (name, value) => {
  expect(readConfig({ [name]: value })).toMatchObject({ ok: false, faults: [expect.stringContaining(name)] });
});
