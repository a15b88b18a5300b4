import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { ChannelSeed } from "../../src/playground/api.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { troubled } from "../store/troubled.ts";
import { simpleComposer } from "./composer.ts";
import { scene } from "./support.ts";

const PICTURE = { name: "a.png", contentType: "image/png", data: new Uint8Array([1, 2, 3]) };
const WITHOUT_PICTURE = INVITED_WITH & ~PermissionFlagsBits.AttachFiles & ~PermissionFlagsBits.ReadMessageHistory;

/** What the database does not take for three minutes, from Discord's first answer on. */
const REFUSED = [
  ["what admins are to be told", ["insert on notice"]],
  ["what admins are not to be told any more", ["delete on notice"]],
  ["what became of posts", ["update on delivery"]],
  ["how calendars stand", ["update on subscription"]],
  ["anything", ["insert on notice", "delete on notice", "update on delivery", "update on subscription"]],
] as const;

/** A post at 07:00 whose answer comes while the database refuses those writes, and what became of it by 07:30. */
async function answered(
  writes: readonly string[],
  channel: ChannelSeed,
  settings: Parameters<Awaited<ReturnType<typeof scene>>["subscribe"]>[0] = {},
) {
  const { store, run } = await troubled();
  const stage = await scene("2026-06-25T06:59Z", { store, composer: simpleComposer([25], [PICTURE]) });
  const { standIn, clock, delivery } = stage;
  const one = await stage.subscribe(settings, channel);
  const held = standIn.inject({ method: "POST", action: { kind: "hold" } });
  clock.set("2026-06-25T07:00Z");
  await delivery.tick();
  await held.struck;
  for (const [index, write] of writes.entries())
    await run(`create trigger full${index} before ${write} begin select raise(abort, 'no room'); end`);
  held.release();
  await stage.still();
  for (let count = 0; count < 3; count += 1) standIn.write(one.channelId, standIn.addPerson(), "Good morning");
  await stage.until("2026-06-25T07:03Z");
  for (const index of writes.keys()) await run(`drop trigger full${index}`);
  await stage.until("2026-06-25T07:30Z");
  const asked = standIn.requests.map(({ method, status }) => `${method} ${status}`);
  const posts = stage.texts(one.channelId).filter((text) => text !== "Good morning");
  const row = (await stage.history(one)).map(({ state, fault }) => ({ state, fault }));
  const told = (await store.guilds.notices(one.guildId)).map(({ fault }) => fault);
  return { ...stage, one, asked, posts, row, told };
}

describe.each(REFUSED)("Discord has answered, and the database does not take %s for three minutes", (_, writes) => {
  test("a post that is out without its picture stays known as out, and its admins are told that alone", async () => {
    const { asked, posts, row } = await answered(writes, { permissions: WITHOUT_PICTURE });
    expect(posts).toEqual(["daily 2026-06-25", "fault: files-refused"]);
    expect(row).toEqual([{ state: "sent", fault: undefined }]);
    expect(asked).toEqual(["POST 403", "POST 200", "POST 200"]);
  });

  test("a channel that refused is not asked again, and its admins are told why", async () => {
    const { asked, row, told, store, one } = await answered(writes, { permissions: 0n });
    expect(asked).toEqual(["POST 403"]);
    expect(row).toEqual([{ state: "rejected", fault: "no-access" }]);
    expect(told).toEqual(["no-access"]);
    expect((await store.subscriptions.find(one.id))?.standing).toMatchObject({ refused: { fault: "no-access" } });
  });

  test("one that is a forum by now gets its post as one, and is known as one", async () => {
    const { asked, row, store, one } = await answered(
      writes,
      { type: ChannelType.GuildForum },
      { channelKind: "text" },
    );
    expect(asked).toEqual(["POST 400", "POST 403", "POST 201"]);
    expect(row).toEqual([{ state: "sent", fault: undefined }]);
    expect((await store.subscriptions.find(one.id))?.channelKind).toBe("forum");
  });
});
