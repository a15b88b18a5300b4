import { expect, test } from "vitest";
import { remedyOf } from "../../src/delivery/failures.ts";
import type { FaultAction } from "../../src/playground/api.ts";
import { scene } from "./support.ts";

test.each([
  ["the route for three days", { kind: "limited", retryAfter: 259_200, scope: "user" }],
  ["everything for three days", { kind: "limited", retryAfter: 259_200, scope: "global" }],
  [
    "the edge for three days",
    { kind: "answer", status: 429, html: "<h1>no</h1>", headers: { "Retry-After": "259200" } },
  ],
  ["the route for less than no time", { kind: "answer", status: 429, code: 0, headers: { "Retry-After": "-5" } }],
  ["the route for no number of seconds", { kind: "answer", status: 429, code: 0, headers: { "Retry-After": "NaN" } }],
] satisfies [string, FaultAction][])(
  "429 of %s: that is not believed, and the post comes within little more than an hour",
  async (_, action) => {
    const { subscribe, until, standIn } = await scene("2026-06-25T06:59Z");
    const one = await subscribe();
    standIn.inject({ method: "POST", action });
    await until("2026-06-25T08:03:00Z");
    expect(standIn.messages(one.channelId).length).toBe(1);
  },
);

test.each([
  [Number.NaN, 60_000],
  [-1, 60_000],
  [Number.POSITIVE_INFINITY, 3_600_000],
  [3_600_001, 3_600_000],
  [3_600_000, 3_600_000],
  [0, 0],
])("a limit of %s ms is taken for %i, and where that is another the operator hears of it", (retryAfter, atLeast) => {
  for (const scope of ["user", "global", "shared"] as const) {
    const remedy = remedyOf({ outcome: "limited", retryAfter, scope, code: 0 });
    expect(remedy).toMatchObject({ do: scope === "global" ? "pause" : "retry", atLeast });
    expect(remedy.alert !== undefined).toBe(retryAfter !== atLeast);
  }
});
