import { expect, test } from "vitest";
import { type OwnEventContent, parseOwnDate } from "../../src/almanac/own-event.ts";
import { createComposer } from "../../src/delivery/composer.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { openArchive } from "../../src/wiring/archive.ts";
import { temporaryStore } from "../store/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type Scene, scene } from "./support.ts";

const { almanac, catalogue } = openArchive("data", ".attache/cache");
const BY = { userId: "300000000000000001", channelId: "200000000000000001", at: 0 };
const HEADING = "This server’s own dates";

/** Delivery on the real facts and a real file, with real posts; it counts what it composes. */
async function realScene(start: string): Promise<Scene & { readonly composed: () => number }> {
  const real = createComposer(almanac, catalogue);
  const composer = { ...real, composed: 0, named: undefined };
  composer.compose = (request) => {
    composer.composed += 1;
    return real.compose(request);
  };
  const store = await temporaryStore(`${temporaryFolder()}/attache.sqlite`);
  return { ...(await scene(start, { store, composer })), composed: () => composer.composed };
}

async function add(
  { store }: Scene,
  guildId: string,
  on: string,
  changes: Partial<OwnEventContent> = {},
): Promise<void> {
  const date = parseOwnDate(on);
  if (date === undefined) throw new Error(`${on} is no date`);
  const given = { date, text: "Ghent and Gwangju", kind: "twin towns", parties: [], link: undefined };
  expect(await store.ownEvents.add(guildId, [{ ...given, ...changes }], BY)).toMatchObject({ ok: true });
}

test("own dates are in every post of their server and in nobody else's, whose posts are still composed once for all", async () => {
  const stage = await realScene("2026-08-25T05:00Z");
  const [ours, again] = [await stage.subscribe(), await stage.subscribe()];
  const others = [await stage.subscribe(), await stage.subscribe(), await stage.subscribe()];
  await add(stage, ours.guildId, "1976-08-25");
  await add(stage, ours.guildId, "XXXX-08-26", { text: "Not today" });
  await add(stage, again.guildId, "XXXX-08-25", { text: "Another server's" });
  await add(stage, others[0]?.guildId ?? "", "XXXX-12-24", { text: "Another day's" });
  await stage.at("2026-08-25T07:00Z");
  const [[post], [second]] = [stage.texts(ours.channelId), stage.texts(again.channelId)];
  expect(post).toContain(`### ${HEADING}\\n**50 years**: Ghent and Gwangju (1976; twin towns)`);
  expect(post).not.toMatch(/Not today|Another/);
  expect(second).toContain("Another server's (twin towns)");
  expect(second).not.toContain("Gwangju");
  const texts = others.map(({ channelId }) => stage.texts(channelId));
  for (const posts of texts) {
    expect(posts).toHaveLength(1);
    expect(posts).toEqual(texts[0]);
    expect(posts[0]).not.toMatch(/Gwangju|Another|own dates/);
  }
  expect(stage.composed()).toBe(3);
});

test("two calendars of one server are composed once, where both show the same", async () => {
  const stage = await realScene("2026-08-25T05:00Z");
  const { guildId, channelId } = await stage.subscribe();
  const other = await stage.subscribe({ guildId });
  await add(stage, guildId, "1976-08-25");
  await stage.at("2026-08-25T07:00Z");
  expect(stage.texts(other.channelId)).toEqual(stage.texts(channelId));
  expect(stage.composed()).toBe(1);
});

test("a day that has nothing else is posted all the same", async () => {
  const stage = await realScene("2026-08-25T05:00Z");
  const selection = { ...EVERYTHING, together: [["TV", "NR"]], routine: "never" } as const;
  const { guildId, channelId } = await stage.subscribe({ selection });
  await stage.at("2026-08-25T07:00Z");
  expect(stage.texts(channelId)).toEqual([]);
  await add(stage, guildId, "XXXX-08-26", { text: "Community day", kind: undefined });
  await stage.at("2026-08-26T07:00Z");
  expect(stage.texts(channelId)).toHaveLength(1);
  expect(stage.texts(channelId)[0]).toContain(`### ${HEADING}\\nCommunity day`);
});

test("29 February is marked by each calendar's rule, once in a common year and on its day in a leap year", async () => {
  const stage = await realScene("2027-02-27T05:00Z");
  const february = await stage.subscribe();
  const march = await stage.subscribe({
    guildId: february.guildId,
    selection: { ...EVERYTHING, leapDay: "03-01" },
  });
  await add(stage, february.guildId, "2024-02-29");
  const posts = async (dates: readonly string[]) => {
    for (const date of dates) await stage.at(`${date}T08:00Z`);
    const daily = (channelId: string) => stage.texts(channelId).filter((text) => !text.includes("Anniversaries of"));
    return [february, march].map(({ channelId }) =>
      daily(channelId)
        .slice(-dates.length)
        .map((text) => /\*\*(\d+) years?\*\*: Ghent/.exec(text)?.[1]),
    );
  };
  expect(await posts(["2027-02-28", "2027-03-01"])).toEqual([
    ["3", undefined],
    [undefined, "3"],
  ]);
  expect(await posts(["2028-02-28", "2028-02-29", "2028-03-01"])).toEqual([
    [undefined, "4", undefined],
    [undefined, "4", undefined],
  ]);
});

test("countries, families and publishing decide where they are shown; a role is mentioned for their milestones too", async () => {
  const stage = await realScene("2026-08-25T05:00Z");
  const selection = (parties: readonly string[]) => ({ ...EVERYTHING, parties });
  const roleId = "400000000000000001";
  const mention = { roleId, tiers: [50] } as const;
  const korea = await stage.subscribe({ selection: selection(["KR"]), mention });
  const { guildId } = korea;
  const kenya = await stage.subscribe({ guildId, selection: selection(["KE"]), mention });
  const visits = await stage.subscribe({ guildId, selection: { ...EVERYTHING, families: ["visits"] } });
  const news = await stage.subscribe({ guildId, channelKind: "announcement", crosspost: true }, { type: 5 });
  await add(stage, guildId, "1976-08-25", { parties: ["BE", "KR"], kind: "treaty-signed" });
  await stage.at("2026-08-25T07:00Z");
  const shown = [korea, kenya, visits, news].map(({ channelId }) =>
    stage.texts(channelId).join("").includes("Gwangju"),
  );
  expect(shown).toEqual([true, false, false, false]);
  expect(stage.texts(korea.channelId)[0]).toContain("🇧🇪 🇰🇷 **50 years**");
  expect(stage.texts(korea.channelId)[0]).toContain(`<@&${roleId}>`);
});

test("the week ahead and the days before tell of them", async () => {
  const stage = await realScene("2026-08-23T05:00Z");
  const bare = { overviews: { month: false, year: false } };
  const { guildId, channelId } = await stage.subscribe({ ...bare, weekly: 1, headsUpDays: 3 });
  await add(stage, guildId, "1976-08-27");
  await add(stage, guildId, "XXXX-08-27", { text: "Anna" });
  await stage.at("2026-08-24T08:00Z");
  const posts = stage.texts(channelId);
  const week = posts.find((text) => text.includes("The week ahead"));
  expect(week).toMatch(
    /own dates\\n\*\*Thursday 27 August\*\*: \*\*50 years\*\*: Ghent.*\\n\*\*Thursday 27 August\*\*: Anna/,
  );
  const ahead = posts.find((text) => text.includes("In 3 days"));
  expect(ahead).toContain("**50 years**: Ghent");
  expect(ahead).not.toContain("Anna");
});
