import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { TIERS } from "../../src/almanac/anniversary.ts";
import type { Composer } from "../../src/delivery/compose.ts";
import { createComposer } from "../../src/delivery/composer.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { openArchive } from "../../src/wiring/archive.ts";
import { type Scene, scene } from "./support.ts";

const { almanac, catalogue } = openArchive("data", ".attache/cache");
/** Nothing but the daily post. */
const BARE = { overviews: { month: false, year: false } };

/** Delivery on the real facts, with real posts. */
function realScene(start: string): Promise<Scene> {
  const real: Composer = createComposer(almanac, catalogue);
  return scene(start, { composer: { ...real, composed: 0, named: undefined } });
}

/** The rows of a local date, as "slot state". */
async function rows({ history }: Scene, subscription: Subscription, localDate: string): Promise<readonly string[]> {
  const all = await history(subscription);
  return all.filter((row) => row.localDate === localDate).map(({ slot, state }) => `${slot} ${state}`);
}

const HEADING = {
  month: "## Anniversaries of the month: ",
  year: "## Anniversaries of the year: ",
  "heads-up": "## In 7 days: ",
  weekly: "## The week ahead: ",
} as const;

function postsOf(slot: keyof typeof HEADING, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.startsWith(HEADING[slot]));
}

/** Looks once more as the same process, then as one that was started anew, twice. */
async function restart({ another, at, clock }: Scene): Promise<void> {
  await at(clock.now() + 60_000);
  for (const minutes of [1, 30]) {
    clock.set(clock.now() + minutes * 60_000);
    const again = another();
    await again.tick();
    await again.idle();
    await again.stop();
  }
}

describe("with the real facts, through the round", () => {
  test("1 March brings the month's overview, once", async () => {
    const stage = await realScene("2027-02-28T12:00Z");
    const one = await stage.subscribe();
    await stage.at("2027-03-01T08:00Z");
    await restart(stage);
    expect(await rows(stage, one, "2027-03-01")).toEqual(expect.arrayContaining(["daily sent", "month sent"]));
    const posts = postsOf("month", stage.texts(one.channelId));
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain("## Anniversaries of the month: March 2027");
    expect(posts[0]).toContain("The month of these events is known, the day is not.");
    expect(stage.texts(one.channelId)).toHaveLength(2);
    await stage.at("2027-03-02T08:00Z");
    expect(postsOf("month", stage.texts(one.channelId))).toHaveLength(1);
  });

  test("1 January brings the overviews of month and year, once each", async () => {
    const stage = await realScene("2026-12-31T12:00Z");
    const one = await stage.subscribe();
    await stage.at("2027-01-01T08:00Z");
    await restart(stage);
    expect(await rows(stage, one, "2027-01-01")).toEqual(
      expect.arrayContaining(["daily sent", "month sent", "year sent"]),
    );
    expect(stage.texts(one.channelId)).toHaveLength(3);
    expect(postsOf("month", stage.texts(one.channelId))).toHaveLength(1);
    expect(postsOf("year", stage.texts(one.channelId))).toHaveLength(1);
  });

  test("a heads-up comes so many days before a milestone, by the server's own date, and on no other day", async () => {
    const stage = await realScene("2026-03-14T20:00Z");
    const settings = { ...BARE, zone: "Asia/Seoul", headsUpDays: 7, selection: { ...EVERYTHING, parties: ["KR"] } };
    const one = await stage.subscribe(settings);
    await stage.at("2026-03-15T00:00Z");
    expect(await rows(stage, one, "2026-03-15")).toContain("heads-up empty");
    await stage.at("2026-03-16T00:00Z");
    await restart(stage);
    expect(await rows(stage, one, "2026-03-16")).toContain("heads-up sent");
    await stage.at("2026-03-17T00:00Z");
    expect(await rows(stage, one, "2026-03-17")).toContain("heads-up empty");
    const posts = postsOf("heads-up", stage.texts(one.channelId));
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain("## In 7 days: Monday, 23 March 2026");
    expect(posts[0]).toContain("125 years");
    expect(posts[0]).toContain("Belgium and the Korean Empire established diplomatic relations (1901");
  });

  test("the week ahead comes on its day of the week, once, and no other day's", async () => {
    const stage = await realScene("2027-06-19T12:00Z");
    const one = await stage.subscribe({ ...BARE, weekly: 7 });
    await stage.at("2027-06-20T07:00Z");
    await restart(stage);
    await stage.at("2027-06-21T07:00Z");
    expect(await rows(stage, one, "2027-06-20")).toEqual(expect.arrayContaining(["daily sent", "weekly sent"]));
    expect(await rows(stage, one, "2027-06-21")).toEqual(["daily sent"]);
    const posts = postsOf("weekly", stage.texts(one.channelId));
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatch(/### Friday 25 June.*Germany and Indonesia established diplomatic relations \(1952\)/u);
    await stage.at("2027-06-27T07:00Z");
    expect(postsOf("weekly", stage.texts(one.channelId))).toHaveLength(2);
  });

  test("where a month has nothing for a server, that is on record and nothing is posted", async () => {
    const stage = await realScene("2027-01-31T12:00Z");
    const one = await stage.subscribe({ selection: { ...EVERYTHING, parties: ["NU"] } });
    await stage.at("2027-02-01T08:00Z");
    await restart(stage);
    expect(await rows(stage, one, "2027-02-01")).toContain("month empty");
    expect(postsOf("month", stage.texts(one.channelId))).toEqual([]);
  });
});

test("in a forum the day, the month and the year are a thread each on 1 January, under titles that differ", async () => {
  const stage = await realScene("2026-12-31T12:00Z");
  const { channelId } = await stage.subscribe({ channelKind: "forum" }, { type: ChannelType.GuildForum });
  await stage.at("2027-01-01T08:00Z");
  await stage.at("2027-01-01T08:01Z");
  const opened = stage.standIn.requests.filter(({ path }) => path === `/channels/${channelId}/threads`);
  const names = opened.map(({ body }) => z.object({ name: z.string() }).parse(body).name);
  expect(new Set(names).size).toBe(3);
  expect(stage.standIn.posts(channelId)).toHaveLength(3);
});

test("a role is mentioned by the post of the day alone: not by the days before, the week, the month and the year", async () => {
  const stage = await realScene("2027-02-28T12:00Z");
  const roleId = "700000000000000001";
  const mention = { roleId, tiers: [...TIERS] };
  const one = await stage.subscribe({ mention, headsUpDays: 7, weekly: 1 });
  await stage.at("2027-03-01T08:00Z"); // a Monday
  const posts = stage.texts(one.channelId);
  expect(await rows(stage, one, "2027-03-01")).toHaveLength(4);
  const mentioning = posts.filter((text) => text.includes(`<@&${roleId}>`));
  expect(mentioning).toHaveLength(1);
  expect(Object.values(HEADING).some((heading) => mentioning[0]?.includes(heading))).toBe(false);
});
