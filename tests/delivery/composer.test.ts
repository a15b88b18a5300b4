import { describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { createComposer } from "../../src/delivery/composer.ts";
import type { Slot } from "../../src/delivery/ledger.ts";
import { stamp } from "../../src/delivery/stamp.ts";
import { FAULTS, type Fault } from "../../src/delivery/subscription.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { openArchive } from "../../src/wiring/archive.ts";
import { discordOf } from "./support.ts";

const { almanac, catalogue } = openArchive("data", ".attache/cache");
const composer = createComposer(almanac, catalogue);
const TEN_LINES = { ...EVERYTHING, lines: 10 };

function composed(slot: Slot, localDate: string) {
  return composer.compose({
    slot,
    localDate,
    own: [],
    late: true,
    settings: {
      locale: "en-GB",
      selection: TEN_LINES,
      headsUpDays: 7,
      reminders: [{ pair: ["BE", "KZ"] }, { event: "be-kz-1992-08-25-relations-established" }],
    },
  });
}

describe("each slot of the ledger", () => {
  test("all of them, in every form, are taken by the stand-in for Discord", async () => {
    const standIn = await startStandIn({ clock: systemClock });
    const discord = discordOf(standIn, systemClock);
    const guildId = standIn.addGuild();
    const slots: readonly Slot[] = ["daily", "month", "year", "weekly", "heads-up"];
    for (const slot of slots) {
      const post = composed(slot, "2027-01-01");
      if (post === undefined) throw new Error(`nothing for ${slot}`);
      for (const form of [post.full, post.bare, post.plain]) {
        const key = "k".repeat(22);
        const message = stamp(form, key, "700000000000000001");
        const channelId = standIn.addChannel(guildId);
        const answer = await discord.createMessage(channelId, message, `${slot}-${channelId}`.slice(-25));
        expect(answer).toMatchObject({ outcome: "done" });
      }
      expect(post.title.length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(post.plain.body)).toContain("This post is late");
    }
    await standIn.close();
  });

  test("a voice channel that cannot be seen may lack Connect as well as View Channel; a text channel does not", () => {
    const words = (channelKind: string) =>
      composer.notice("no-access", [{ channelId: "200000000000000001", channelKind, standing } as never], "en-GB").body
        .content;
    expect(words("voice")).toMatch(/“View Channel” and “Connect”/);
    expect(words("text")).not.toContain("Connect");
  });

  const standing = { state: "active", refused: undefined } as const;

  test("each kind of channel is told of the permissions that it has, under its names for them", () => {
    const words = (fault: Fault, channelKind: string) =>
      composer.notice(fault, [{ channelId: "200000000000000001", channelKind, standing } as never], "en-GB").body
        .content;
    for (const kind of ["forum", "media"]) {
      expect(words("no-permission", kind)).toContain("“Create Posts”");
      expect(words("no-permission", kind)).not.toContain("Send Messages");
    }
    expect(words("no-permission", "text")).toContain("“Send Messages”");
    expect(words("no-access", "thread")).toMatch(/a private thread I also have to be added to: mention me in it/);
    expect(words("no-access", "text")).not.toContain("thread");
    expect(words("tag-refused", "forum")).toMatch(/or none, .*Where it wants a tag on every post and all are for mod/);
  });

  test("a channel that is gone is told by its hour and zone, a post in doubt by its day, several calendars in one message", () => {
    const about = {
      channelId: "200000000000000001",
      channelKind: "text",
      postAt: "09:00",
      zone: "Asia/Tokyo",
      standing,
    } as const;
    const other = { ...about, channelId: "200000000000000002", postAt: "18:30" };
    const content = (fault: Fault, ...all: readonly [typeof about, ...object[]]) =>
      composer.notice(fault, all as never, "en-GB").body.content;
    expect(content("channel-gone", about)).toContain("<#200000000000000001> (the calendar of 09:00, Asia/Tokyo): ");
    expect(content("no-access", about, other)).toMatch(
      /^About the posts in <#200000000000000001> and <#200000000000000002>: I/,
    );
    const doubt = content("deleted-in-doubt", { ...about, date: "2026-06-25" } as typeof about);
    expect(doubt).toContain("<#200000000000000001> (that of Thursday, 25 June 2026)");
    expect(doubt).not.toContain("today");
  });

  test.each(["channel-gone", "deleted-in-doubt", "tag-refused"] as const)(
    "25 calendars with the longest names and %s fit into one message: who is not named is counted",
    (fault) => {
      const all = Array.from({ length: 25 }, (_, index) => ({
        channelId: String(99_999_999_999_999_999_00n + BigInt(index)),
        channelKind: "text",
        postAt: "09:00",
        zone: "America/Argentina/ComodRivadavia",
        date: "2026-09-23",
      }));
      const { content = "" } = composer.notice(fault, all as never, "en-GB").body;
      expect(content.length).toBeLessThanOrEqual(2_000);
      const named = all.filter(({ channelId }) => content.includes(channelId)).length;
      const counted = Number(/ and (\d+) others? that \/subscriptions list shows: /u.exec(content)?.[1] ?? 0);
      expect(named + counted).toBe(25);
      expect(content.length + (counted > 0 ? 120 : 2_000)).toBeGreaterThan(2_000); // no fewer are named than fit
    },
  );

  test("every fault has its words, with what to do next, and mentions nobody", () => {
    const subscription = { channelId: "200000000000000001", standing } as never;
    for (const fault of FAULTS) {
      const { body } = composer.notice(fault, [subscription], "en-GB");
      expect(body.content).toContain("<#200000000000000001>");
      expect(body.content?.length).toBeGreaterThan(60);
      expect(body.allowed_mentions).toEqual({ parse: [] });
    }
  });
});
