import { MessageFlags } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { FakeClock } from "../support/clock.ts";
import { onStage, type Stage } from "./stage.ts";

/** The answer of a command that takes its time, once it is there. */
async function finished({ slash }: Pick<Stage, "slash">, what: string) {
  const answer = await slash(what);
  await expect.poll(() => answer.message(), { interval: 5 }).toBeDefined();
  return answer.message();
}

const edits = ({ discord }: Stage) => discord.requests.filter(({ method }) => method === "PATCH");

test("what takes its time is answered at once and in full later, to the asker alone, with its file and without a mention", async () => {
  await onStage(async (stage) => {
    const { discord, channelId, slash } = stage;
    const answer = await slash("later");
    expect(answer.response).toEqual({ type: 5, data: { flags: MessageFlags.Ephemeral } });
    await expect.poll(() => answer.message()?.content, { interval: 5 }).toBe("@everyone, it is done");
    expect(answer.message()).toMatchObject({ flags: MessageFlags.Ephemeral, mention_everyone: false });
    const [file] = answer.message()?.attachments ?? [];
    expect(await (await fetch(file?.url ?? "")).text()).toBe("all of it");
    expect(discord.messages(channelId)).toEqual([]);
    expect(edits(stage)).toHaveLength(1);
  });
});

test("a refusal after some time is plain text", async () => {
  await onStage(async (stage) => {
    expect((await finished(stage, "later refuse"))?.content).toBe("Not \\*this\\* way");
  });
});

test("an error after some time is answered with a reference that the log knows, and without its words", async () => {
  await onStage(async (stage) => {
    const content = (await finished(stage, "later throw"))?.content ?? "";
    const reference = /reference ([A-Z2-9]{6})/.exec(content)?.[1] ?? "none";
    expect(content).not.toContain("secret");
    expect(stage.logged()).toContain(reference);
    expect(stage.logged()).toContain("a secret of the inside");
  });
});

test("a late answer that Discord refuses is followed by an apology", async () => {
  await onStage(async (stage) => {
    expect((await finished(stage, "later bad"))?.content).toContain("Something broke on my side");
    expect(edits(stage).map(({ status }) => status)).toEqual([400, 200]);
  });
});

test("a late answer whose fate is unknown is sent again", async () => {
  await onStage(async (stage) => {
    stage.discord.inject({ method: "PATCH", action: { kind: "drop", stored: false } });
    expect((await finished(stage, "later"))?.content).toContain("it is done");
    expect(edits(stage)).toHaveLength(2);
    expect(stage.logged()).toBe("");
  });
});

test("work without end is ended after half a minute, with a word to the asker", async () => {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  await onStage(async ({ slash, logged }) => {
    const answer = await slash("later hang");
    expect(answer.response.type).toBe(5);
    await expect.poll(() => clock.nextWake(), { interval: 1 }).toBe(clock.now() + 30_000);
    clock.advance(29_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(logged()).toBe("");
    clock.advance(1);
    await expect.poll(() => answer.message()?.content, { interval: 5 }).toContain("Something broke on my side");
  }, clock);
});
