import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { createMemory } from "../../src/delivery/memory.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { FakeClock } from "../support/clock.ts";
import { simpleComposer } from "./composer.ts";
import { recordingLog, scene } from "./support.ts";

const PICTURE = { name: "card.png", contentType: "image/png", data: new Uint8Array([137, 80, 78, 71]) };
const { AttachFiles } = PermissionFlagsBits;
const LINK = " [Treaty](https://bad.example/a) x";

test("links refused once: no other post of that channel and date is tried with them, the next date's is", async () => {
  const stage = await scene("2026-06-25T06:00Z", { composer: simpleComposer([25], [], LINK) });
  const one = await stage.subscribe({ headsUpDays: 7, weekly: 4 });
  stage.standIn.inject({ method: "POST", action: { kind: "answer", status: 400, code: 240_000 } });
  await stage.at("2026-06-25T07:00Z");
  expect(stage.texts(one.channelId)).toEqual(
    ["daily", "heads-up", "weekly"].map((slot) => `${slot} 2026-06-25 Treaty x`),
  );
  expect(stage.standIn.requests.map(({ code }) => code)).toEqual([240_000, undefined, undefined, undefined]);
  expect((await stage.history(one)).map(({ slot, detail }) => [slot, detail?.slice(0, 7)])).toEqual([
    ["daily", "Discord"],
    ["heads-up", "without"],
    ["weekly", "without"],
  ]);
  await stage.at("2026-06-26T07:00Z");
  expect(stage.texts(one.channelId).slice(3)).toEqual(["daily", "heads-up"].map((slot) => `${slot} 2026-06-26${LINK}`));
});

test("files refused once: no other post of that channel and date is tried with them, the next date's is, and other channels' are", async () => {
  const stage = await scene("2026-06-25T06:00Z", { composer: simpleComposer([25], [PICTURE]), concurrency: 1 });
  const one = await stage.subscribe({ headsUpDays: 7, weekly: 4 }, { permissions: INVITED_WITH & ~AttachFiles });
  const other = await stage.subscribe({ postAt: "09:01" }, { permissions: INVITED_WITH | AttachFiles });
  const pictures = (channelId: string) =>
    stage.standIn.messages(channelId).map(({ attachments }) => attachments.length);
  for (const minute of ["07:00", "07:01"]) await stage.at(`2026-06-25T${minute}Z`);
  const [posts, notice] = [[0, 0, 0], 0];
  expect([pictures(one.channelId), pictures(other.channelId)]).toEqual([[...posts, notice], [1]]);
  expect(stage.standIn.requests.filter(({ code }) => code === 50_013)).toHaveLength(1);
  stage.standIn.setPermissions(one.channelId, INVITED_WITH | AttachFiles);
  await stage.at("2026-06-26T07:00Z");
  expect(pictures(one.channelId).slice(-2)).toEqual([1, 1]);
});

test.each([
  [400, 50_035, "Invalid Form Body: applied_tags[0]: unknown tag"],
  [404, 10_087, "Unknown Tag"],
])(
  "a tag that the forum has no more (%i, %i): the post comes without it, its admins are told once, and no fault of ours is logged",
  async (status, code, message) => {
    const clock = new FakeClock("2026-06-25T06:00Z");
    const { log, lines } = recordingLog(clock);
    const stage = await scene("2026-06-25T06:00Z", { clock, log });
    const settings = { channelKind: "forum", forumTags: ["900000000000000001"], weekly: 4 } as const;
    const one = await stage.subscribe(settings, { type: ChannelType.GuildForum });
    const office = stage.standIn.addChannel(one.guildId);
    await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    const refuse = () => stage.standIn.inject({ path: /threads$/, action: { kind: "answer", status, code, message } });
    refuse();
    for (const minute of ["07:00", "07:01", "07:02"]) await stage.at(`2026-06-25T${minute}Z`);
    const opened = stage.standIn.requests.filter(({ path }) => path.endsWith("/threads"));
    expect(
      opened.map(({ body, status: answered }) => [answered, (body as { applied_tags: string[] }).applied_tags.length]),
    ).toEqual([
      [status, 1],
      [201, 0],
      [201, 0],
    ]);
    expect(stage.standIn.posts(one.channelId)).toHaveLength(2);
    refuse();
    for (const minute of ["07:00", "07:02"]) await stage.at(`2026-06-26T${minute}Z`);
    expect(stage.texts(office)).toEqual(["fault: tag-gone"]);
    expect(lines().filter((line) => line.includes("fault of Attaché"))).toEqual([]);
    await stage.at("2026-06-27T07:00Z");
    expect(stage.standIn.requests.at(-1)?.body).toMatchObject({ applied_tags: settings.forumTags });
  },
);

test("what is remembered for a while is forgotten after it, however much is remembered, and where the clock went back", () => {
  const clock = new FakeClock("2026-06-25T06:00Z");
  const memory = createMemory<number, true>(clock, 60_000);
  for (let key = 0; key < 1_000; key += 1) {
    memory.set(key, true);
    clock.advance(1_000);
  }
  expect([memory.get(939), memory.get(941), memory.get(999)]).toEqual([undefined, true, true]);
  expect(memory.size).toBeLessThanOrEqual(60);
  memory.delete(999);
  clock.set("2026-06-25T06:00Z");
  expect([memory.get(998), memory.get(999)]).toEqual([undefined, undefined]);
  memory.set(1, true);
  expect(memory.size).toBe(1);
});
