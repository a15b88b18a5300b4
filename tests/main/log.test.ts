import { expect, test } from "vitest";
import { createLog, scrub } from "../../src/log.ts";
import { StoreError } from "../../src/store/errors.ts";

const TOKEN = ["MTE4MDAwMDAwMDAwMDAwMDAwMA", "GabcdE", "0123456789abcdefghijklmnopqrstuvwxyzAB"].join(".");
const INTERACTION = Buffer.from("interaction:1180000000000000000:abcdefghijklmnop").toString("base64");

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = "";
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const destination = {
    write(line: string) {
      text += line;
    },
  };
  write(createLog({ level: "debug", clock, secrets: ["configured-secret", ""] }, destination));
  return text;
}

test("no secret survives in a field, a deep field, a message, a URL or a stack", () => {
  const text = logged((log) => {
    log.info({ deep: { deeper: [{ authorization: `Bot ${TOKEN}` }] } }, `token ${TOKEN}`);
    log.error({ err: new Error(`POST https://discord.com/api/v10/interactions/1/${INTERACTION}/callback failed`) });
    log.warn({ url: "/webhooks/1180000000000000000/abcDEF-ghi_jkl/messages/@original" });
    log.warn({ database: "postgres://attache:hunter2@db:5432/attache" }, "configured-secret");
  });
  for (const secret of [TOKEN, INTERACTION, "abcDEF-ghi_jkl", "hunter2", "configured-secret"])
    expect(text).not.toContain(secret);
  for (const line of text.trim().split("\n")) expect(() => JSON.parse(line) as unknown).not.toThrow();
});

test("what is no secret stays", () => {
  const harmless = '{"guild":"1180000000000000000","msg":"posted https://example.org/a.b.c at 09:00"}';
  expect(scrub(harmless)).toBe(harmless);
});

test("a line says its level in words and the clock's time", () => {
  expect(JSON.parse(logged((log) => log.info("ready")))).toEqual({ level: "info", time: 0, msg: "ready" });
});

test("an error of the database is its message alone; one of ours has its stack and its causes", () => {
  const cause = new Error("database or disk is full");
  const full = logged((log) => log.error({ err: new StoreError("full", "attache.sqlite", cause) }, "broke off"));
  expect(JSON.parse(full)).toEqual({
    level: "error",
    time: 0,
    msg: "broke off",
    err: {
      type: "StoreError",
      message: expect.stringMatching(/full: database or disk is full\)\. .* nothing is lost/) as string,
    },
  });
  expect(full.length).toBeLessThan(400);
  const ours = logged((log) => log.error({ err: new Error("broken", { cause }) }, "broke off"));
  expect(JSON.parse(ours)).toMatchObject({
    err: { stack: expect.stringMatching(/broken[^]*log\.test\.ts[^]*disk is full/) as string },
  });
});
