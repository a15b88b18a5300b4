import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { FileRead, GivenFile } from "../../commands/command.ts";
import { createFileReader } from "../../src/discord/files.ts";
import type { FaultAction, StandIn } from "../../src/playground/api.ts";
import { MANAGE_GUILD, onStage, type Stage } from "./stage.ts";

const MOST = 100_000;

/** What a command gets of a file that a person attaches. */
async function given(
  { discord, channelId, inputs }: Stage,
  bytes: Uint8Array,
  name = "events.csv",
): Promise<GivenFile> {
  const person = discord.addPerson({ permissions: MANAGE_GUILD });
  const { id } = discord.upload({ name, bytes });
  await discord.interact.slash({ command: "on", channelId, person, options: { export: id } });
  const file = inputs.at(-1)?.attachments.get(id);
  if (file === undefined) throw new Error("the file did not arrive");
  return file;
}

/** What reading a small file comes to when something happens on the way. */
async function struck(stage: Stage, action: FaultAction): Promise<FileRead> {
  const file = await given(stage, Buffer.from("date,text"));
  stage.discord.inject({ path: /ephemeral-attachments/, action });
  return createFileReader(stage.discord.url)(file, MOST);
}

const requested = ({ requests }: StandIn) => requests.filter(({ path }) => path.includes("attachments")).length;

test("a command gets an attached file's name and size, and reads it byte by byte as it was", async () => {
  await onStage(async (stage) => {
    const bytes = randomBytes(MOST);
    const file = await given(stage, bytes, "our events.csv");
    expect(file).toMatchObject({ name: "our_events.csv", size: MOST });
    const read = await createFileReader(stage.discord.url)(file, MOST);
    expect(read.outcome === "read" && Buffer.compare(read.bytes, bytes)).toBe(0);
  });
});

test("a file that is too large is not even asked for", async () => {
  await onStage(async (stage) => {
    const file = await given(stage, randomBytes(MOST + 1));
    const read = createFileReader(stage.discord.url);
    expect(await read(file, MOST)).toEqual({ outcome: "too-large" });
    expect(requested(stage.discord)).toBe(0);
    expect(await read({ ...file, size: 9 }, MOST)).toEqual({ outcome: "too-large" });
  });
});

test("a file that is gone, a server that fails, and a connection that breaks are told apart", async () => {
  await onStage(async (stage) => {
    expect(await struck(stage, { kind: "answer", status: 404 })).toEqual({ outcome: "gone" });
    expect(await struck(stage, { kind: "answer", status: 403 })).toEqual({ outcome: "gone" });
    expect(await struck(stage, { kind: "answer", status: 500 })).toEqual({ outcome: "unreachable" });
    expect(await struck(stage, { kind: "drop", stored: false })).toEqual({ outcome: "unreachable" });
  });
});

test("a file that does not come is not waited for", async () => {
  await onStage(async (stage) => {
    const file = await given(stage, Buffer.from("date,text"));
    stage.discord.inject({ path: /ephemeral-attachments/, action: { kind: "hang", stored: false } });
    const giveUp = new AbortController();
    const reading = createFileReader(stage.discord.url, () => giveUp.signal)(file, MOST);
    await expect.poll(() => requested(stage.discord), { interval: 1 }).toBe(1);
    giveUp.abort(new Error("too long"));
    expect(await reading).toEqual({ outcome: "unreachable" });
  });
});

test("what leads elsewhere is not followed", async () => {
  await onStage(async (stage) => {
    const headers = { Location: stage.discord.url };
    const before = stage.discord.requests.length;
    expect(await struck(stage, { kind: "answer", status: 302, headers })).toEqual({ outcome: "unreachable" });
    expect(stage.discord.requests.slice(before).filter(({ path }) => path === "")).toEqual([]);
  });
});

test("only Discord's addresses are asked, over https, and the stand-in's where it stands in", async () => {
  await onStage(async (stage) => {
    const file = await given(stage, Buffer.from("date,text"));
    const { href, port } = new URL(file.url);
    for (const url of [
      href.replace("127.0.0.1", "localhost"),
      href.replace(port, "1"),
      `http://cdn.discordapp.com@127.0.0.1:${port}/`,
      "http://cdn.discordapp.com/attachments/1/2/events.csv",
      "https://cdn.discordapp.com.evil.example/events.csv",
      "https://cdn.discordapp.com:444/events.csv",
      "file:///etc/passwd",
      "data:text/csv,date",
      "",
    ])
      expect(await createFileReader("https://discord.com/api")({ ...file, url }, MOST), url).toEqual({
        outcome: "unreachable",
      });
    // the stand-in's own address is nobody's where Discord itself is spoken to
    expect(await createFileReader("https://discord.com/api")(file, MOST)).toEqual({ outcome: "unreachable" });
    expect(await createFileReader(stage.discord.url)(file, MOST)).toMatchObject({ outcome: "read" });
  });
});
