import { expect, test } from "vitest";
import { type Running, textOf, withBot, withRealFacts } from "../../main/bot.ts";
import { type Asking, ask } from "../lookups.ts";
import { kept, NOW } from "../own/support.ts";
import { GOOD, imported } from "./imported.ts";

withRealFacts();

const fileOf = async ({ message }: Asking, name: string): Promise<string> => {
  const found = message.attachments.find(({ filename }) => filename === name);
  return found === undefined ? "" : (await fetch(found.url)).text();
};

test("a good file is reported, and imported when the admin says so, once, with one line in the record", async () => {
  await withBot(NOW, async (running) => {
    const report = await imported(running, GOOD);
    expect(report.isQuiet).toBe(true);
    expect(report.text).toContain("Import of events.csv");
    expect(report.text).toContain(
      "2 entries are right and new:\n- 25 August 1992: Ghent, Gwangju (Belgium and South Korea)\n- 13 December, every year: Lucia (Sweden)",
    );
    expect(report.labels).toEqual(["Import all 2", "Cancel"]);
    expect(await kept(running)).toEqual([]);
    const done = await report.press("Import all 2");
    expect(done.isQuiet).toBe(true);
    expect(done.text).toContain("2 own dates were imported. This server has 2 now, and may have 500.");
    expect(await kept(running)).toEqual([
      "1992-08-25 | Ghent, Gwangju | - | BE KR | -",
      "XXXX-12-13 | Lucia | - | SE | -",
    ]);
    expect((await report.press("Import all 2")).text).toContain("no longer waits");
    expect((await report.press("Cancel")).text).toContain("no longer waits");
    const again = await imported(running, GOOD);
    expect(again.text).toContain("2 are among this server’s own dates already");
    expect(again.text).toContain("There is nothing to import.");
    expect(again.labels).toEqual([]);
    const { store, guildId, admin, channelId } = running;
    const history = await store.ownEvents.history(guildId, 10);
    expect(history).toMatchObject([
      { act: "events-imported", userId: admin.id, channelId, changes: [{ to: "2" }, { field: "ids" }] },
    ]);
    expect(history).toHaveLength(1);
  });
});

test("a file with faults says each with its line; what is right is imported only when asked for", async () => {
  await withBot(NOW, async (running) => {
    const report = await imported(running, `${GOOD}31 June,,Belgum\n1992-08-25,"Ghent, Gwangju","KR, BE"\n`);
    expect(report.text).toContain("2 entries are right and new:");
    expect(report.text).toContain("2 entries are wrong:");
    expect(report.text).toContain("Line 4, text: The text is empty");
    expect(report.text).toMatch(/Line 4, countries: .*“Belgum”.*Belgium \(BE\)/);
    expect(report.text).toContain("Line 5: This says the same as line 2");
    expect(report.labels).toEqual(["Import the 2 right ones", "Cancel"]);
    expect((await report.press("Cancel")).text).toBe("Cancelled: nothing was imported.");
    expect(await kept(running)).toEqual([]);
    expect((await report.press("Import the 2 right ones")).text).toContain("no longer waits");
    const other = await imported(running, `${GOOD}31 June,x\n`);
    await other.press("Import the 2 right ones");
    expect(await kept(running)).toHaveLength(2);
  });
});

test("a long list of faults is in a file, with the line of each, and nothing in it is markdown or a mention", async () => {
  await withBot(NOW, async (running) => {
    const rows = Array.from({ length: 400 }, (_, at) => `@everyone ${at},**x**,<@123456789012345678>`);
    const report = await imported(running, ["date,text,countries", ...rows].join("\n"));
    expect(report.text).toContain("400 entries are wrong:");
    expect(report.text).toContain("792 more faults are in the attached report.");
    expect(report.text).toContain("\\@everyone");
    expect(report.text).not.toMatch(/(?<!\\)(?:@everyone|<@)/);
    expect(report.labels).toEqual([]);
    const lines = (await fileOf(report, "import-report.txt")).trimEnd().split("\n");
    expect(lines).toHaveLength(800);
    expect(lines[0]).toMatch(/^Line 2, date: “@everyone 0”/);
    expect(lines.at(-1)).toMatch(/^Line 401, countries: /);
  });
});

test("after a restart of the bot the button still imports; after a day, or another file, it says what to do", async () => {
  await withBot(NOW, async (running) => {
    const { restart, at } = running;
    const report = await imported(running, GOOD);
    await restart();
    await report.press("Import all 2");
    expect(await kept(running)).toHaveLength(2);
    const first = await imported(running, "date,text\n1 May,first\n");
    const second = await imported(running, "date,text\n2 May,second\n");
    expect((await first.press("Import it")).text).toContain("another file took its place");
    expect(await kept(running)).toHaveLength(2);
    // the clock must have run steadily for an hour before anything is deleted
    for (const minutes of [0, 14, 28, 42, 56, 70])
      await at(new Date(Date.parse("2026-06-26T08:01Z") + minutes * 60_000).toISOString());
    expect((await second.press("Import it")).text).toContain("a day has passed");
    expect(await kept(running)).toHaveLength(2);
  });
});

test("what is exported, as a table and as JSON, is imported in another server as it was", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId, discord, admin } = running;
    const first = await imported(
      running,
      `${GOOD}XXXX-02-29,"=1+1; ""quoted""",,-kind-,https://example.org/?a=1,\n`.replace(
        "countries\n",
        "countries,kind,link\n",
      ),
    );
    await first.press("Import all 3");
    const before = await kept(running);
    expect(before).toContain('XXXX-02-29 | =1+1; "quoted" | -kind- | - | https://example.org/?a=1');
    for (const format of ["csv", "json"]) {
      const answer = await ask(running, "events export", { format });
      expect(answer.isQuiet).toBe(true);
      expect(answer.text).toContain("3 own dates of this server, of at most 500.");
      const text = await fileOf(answer, `own-dates.${format}`);
      if (format === "csv") expect(text).toContain("\"'=1+1");
      const other = discord.addGuild();
      const elsewhere: Running = { ...running, guildId: other, channelId: discord.addChannel(other) };
      const report = await imported(elsewhere, text, `own-dates.${format}`);
      await report.press("Import all 3");
      expect(await kept(elsewhere)).toEqual(before);
    }
    expect(await store.ownEvents.ofGuild(guildId)).toHaveLength(3);
    const nobody = discord.addGuild();
    const answer = await discord.interact.slash({
      command: "events export",
      channelId: discord.addChannel(nobody),
      person: admin,
    });
    expect(answer.message()?.content).toContain("no own dates yet");
  });
});

test("500 entries of a file are imported within two seconds from the command to the last answer", async () => {
  await withBot(NOW, async (running) => {
    const rows = Array.from(
      { length: 500 },
      (_, at) =>
        `${1500 + at}-08-25,"Event ${at}: ""a text"" of some length, as people write them","Belgium, Südkorea, ${at % 2 ? "KZ" : "Soviet Union"}",name day ${at},example.org/${at}`,
    );
    const start = performance.now();
    const report = await imported(
      running,
      ["date;text;countries;kind;link".replaceAll(";", ","), ...rows].join("\r\n"),
    );
    await report.press("Import all 500");
    const took = performance.now() - start;
    expect(await kept(running)).toHaveLength(500);
    expect(took).toBeLessThan(2_000);
    const more = await imported(running, "date,text\n1 May,one too many\n");
    expect(more.text).toContain("There is room for 0 more, and these are 1");
    expect(more.labels).toEqual([]);
  });
});

test("files that cannot be read are refused with the cure and the limit, in good time, and leave nothing behind", async () => {
  await withBot(NOW, async (running) => {
    const start = performance.now();
    const said = async (content: string | Uint8Array, name?: string) => (await imported(running, content, name)).text;
    expect(await said(`date,text\n${"1992-08-25,An event\n".repeat(10_000)}`)).toContain(
      "The file has 10,000 entries, and a server keeps at most 500 own dates.",
    );
    expect(await said(`date,text\n${"x".repeat(1_100_000)}`)).toContain("at most 1,024 KiB are read");
    expect(await said(Buffer.from("date,text\n1992-08-25,Fête", "latin1"))).toMatch(/line 2 .*CSV UTF-8/);
    expect(await said(Buffer.from("\uFEFFdate,text\n", "utf16le"))).toContain("UTF-16");
    expect(await said("PK\u0003\u0004")).toContain("spreadsheet’s own file");
    expect(await said("date,text\n1992-08-25,a\0b and a good deal more than that")).toContain("NUL");
    expect(await said(`[${"[".repeat(500_000)}`, "deep.json")).toContain("no JSON from line 1, character 500,002, on");
    expect(await said("day;what\n1;2\n")).toContain("No column is named “date”. ");
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(await kept(running)).toEqual([]);
    expect((await running.store.guilds.everything(running.guildId))["own_draft"]).toEqual([]);
  });
});

test("a file that Discord does not give is asked for again, whatever it says of it", async () => {
  await withBot(NOW, async (running) => {
    running.discord.inject({ path: /ephemeral/, action: { kind: "answer", status: 404 } });
    expect((await imported(running, GOOD)).text).toContain("Use /events import again with the file.");
    running.discord.inject({ path: /ephemeral/, action: { kind: "drop", stored: false } });
    expect((await imported(running, GOOD)).text).toContain("could not be fetched from Discord just now");
  });
});

test("who may not manage the server imports nothing, by no path", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId } = running;
    const report = await imported(running, GOOD);
    const stranger = { channelId, person: discord.addPerson({ permissions: 0n }) };
    const custom_id = report.component("Import all 2").custom_id;
    const forged = { kind: "component", data: { custom_id, component_type: 2 }, messageId: report.message.id } as const;
    const answer = await discord.interact.forge(stranger, forged);
    expect(textOf(answer.message())).toContain("permission");
    expect(await kept(running)).toEqual([]);
    const other = discord.addGuild();
    const elsewhere = { channelId: discord.addChannel(other), person: running.admin };
    expect(textOf((await discord.interact.forge(elsewhere, { ...forged, messageId: "1" })).message())).toContain(
      "no longer waits",
    );
    expect(await running.store.ownEvents.ofGuild(other)).toEqual([]);
  });
});
