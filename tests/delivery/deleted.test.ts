import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { interrupted, WITH_HISTORY } from "./interrupted.ts";

describe("a post in doubt, and what was written last is deleted", () => {
  test.each([
    ["the only message of its channel", false],
    ["the newest of several", true],
  ])("deleted by an admin before it is looked for, %s: not sent again, and said what is known", async (_, hasOlder) => {
    const written = hasOlder ? ["an older one"] : [];
    const { one, later, standIn, texts } = await interrupted(true, WITH_HISTORY, {}, written);
    standIn.deleteMessage(one.channelId, standIn.messages(one.channelId).at(-1)?.id ?? "");
    expect(await later("2026-06-25T07:20Z")).toMatchObject({ state: "unknown", fault: "deleted-in-doubt" });
    await later("2026-06-25T07:22Z");
    expect(texts(one.channelId)).toEqual([...written, "fault: deleted-in-doubt"]);
    expect(await later("2026-06-26T07:00Z")).toMatchObject({ state: "sent", localDate: "2026-06-26" });
  });

  test("not out, and somebody wrote something minutes later, alone there, and it was deleted: sent", async () => {
    const { one, later, standIn, clock, texts } = await interrupted(false, WITH_HISTORY);
    clock.set("2026-06-25T07:05Z");
    standIn.deleteMessage(one.channelId, standIn.write(one.channelId, standIn.addPerson(), "a newer one"));
    expect(await later("2026-06-25T07:20Z")).toMatchObject({ state: "sent" });
    expect(texts(one.channelId)).toEqual(["daily 2026-06-25 (late)"]);
  });

  test("a forum's post that was deleted as a whole is not opened again, and it is said what is known", async () => {
    const stage = await interrupted(true, { type: ChannelType.GuildForum }, { channelKind: "forum" });
    stage.standIn.deleteChannel(stage.standIn.posts(stage.one.channelId)[0] ?? "");
    expect(await stage.later("2026-06-25T07:20Z")).toMatchObject({ state: "unknown", fault: "deleted-in-doubt" });
    expect(stage.standIn.posts(stage.one.channelId)).toHaveLength(0);
  });
});
