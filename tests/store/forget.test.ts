import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { subscribed, temporaryStore } from "./support.ts";

test("what is forgotten stands in no file of the database any more, what others have does", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const store = await temporaryStore(path);
  const [ours, theirs] = ["100000000000000777", "100000000000000888"];
  for (const guildId of [ours, theirs])
    for (let count = 0; count < 40; count += 1)
      await subscribed(store, { guildId, forumTags: [`tag of ${guildId}`] }, 0);
  const files = () =>
    ["", "-wal"].map((end) => (existsSync(path + end) ? readFileSync(path + end, "latin1") : "")).join();
  expect(files()).toContain(`tag of ${ours}`);
  await store.guilds.forget(ours);
  expect(files()).not.toContain(ours);
  expect(files()).toContain(`tag of ${theirs}`);
});
