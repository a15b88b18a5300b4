import { expect, test } from "vitest";
import { z } from "zod";
import { createLog } from "../../src/log.ts";
import { FakeClock } from "../support/clock.ts";
import { scene } from "./support.ts";

const line = z.looseObject({ msg: z.string(), guild: z.string(), channel: z.string() });

test("a line about a channel that refuses says of which server and channel, and what is tried there, which is what happens", async () => {
  const clock = new FakeClock("2026-06-25T06:00Z");
  const written: string[] = [];
  const log = createLog({ level: "info", clock, secrets: [] }, { write: (text) => void written.push(text) });
  const stage = await scene("2026-06-25T06:00Z", { clock, log });
  const { guildId, channelId } = await stage.subscribe({}, { permissions: 0n });
  const last = () => line.parse(JSON.parse(written.findLast((text) => text.includes("refuses")) ?? "{}"));
  const asked = () => stage.standIn.requests.filter(({ method }) => method === "POST").length;
  await stage.at("2026-06-25T07:00Z");
  expect(last()).toMatchObject({ guild: guildId, channel: channelId });
  expect(last().msg).toContain("today's post is tried again when something changes there");
  await stage.until("2026-06-25T07:30Z");
  expect(asked()).toBe(1);
  await stage.delivery.hear({ kind: "access-changed", guildId });
  await stage.until("2026-06-25T07:31Z");
  expect(asked()).toBe(2);
  await stage.at("2026-06-26T07:00Z");
  expect(last()).toMatchObject({ guild: guildId, channel: channelId, probe: "2026-06-27" });
  expect(last().msg).toContain("wait for an admin");
});

test("a line about a person's reminders does not say who it is", async () => {
  const clock = new FakeClock("2026-06-25T06:00Z");
  let written = "";
  const log = createLog({ level: "info", clock, secrets: [] }, { write: (text) => void (written += text) });
  const stage = await scene("2026-06-25T06:00Z", { clock, log });
  const { guildId, channelId } = await stage.subscribe({ channelKind: "direct" }, { permissions: 0n });
  stage.standIn.inject({
    path: new RegExp(channelId),
    action: { kind: "answer", status: 400, code: 50_035 },
    times: 5,
  });
  await stage.until("2026-06-25T07:02Z");
  expect(written).toContain('"subscription"');
  expect(written).not.toContain(guildId);
});
