import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { scene } from "./support.ts";

test("a process that ends as soon as a post is settled leaves nothing that would keep the next refusal from the admins", async () => {
  const stage = await scene("2026-06-25T06:00Z");
  const { store, clock, standIn, delivery } = stage;
  const { guildId, channelId } = await stage.subscribe({}, { permissions: 0n });
  const office = standIn.addChannel(guildId);
  await store.guilds.setupUsedIn(guildId, office, "en-GB");
  await stage.until("2026-06-25T07:03Z");
  expect(stage.texts(office)).toEqual(["fault: no-access"]);
  await delivery.stop();

  standIn.setPermissions(channelId, INVITED_WITH);
  const settled = Promise.withResolvers<void>();
  const dying = stage.another({
    ...store,
    ledger: {
      ...store.ledger,
      settle: async (...row) => {
        await store.ledger.settle(...row);
        void dying.stop().then(settled.resolve);
        throw new Error("the process ends");
      },
    },
  });
  clock.set("2026-06-26T07:00Z");
  await dying.tick();
  await settled.promise;
  expect(stage.texts(channelId)).toEqual(["daily 2026-06-26"]);

  standIn.setPermissions(channelId, 0n);
  for (const minute of ["07:00", "07:02", "07:04"]) await stage.afterRestart(`2026-06-27T${minute}Z`);
  expect(stage.texts(office)).toEqual(["fault: no-access", "fault: no-access"]);
});
