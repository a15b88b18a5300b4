import { expect, test } from "vitest";
import { anniversaryIn } from "../../src/almanac/anniversary.ts";
import { sequelOf } from "../../src/digest/sequel.ts";
import { realAlmanac } from "./real-almanac.ts";

const almanac = realAlmanac();

function restored(id: string): string | undefined {
  const event = almanac.event(id);
  if (event === undefined) throw new Error(`no event ${id}`);
  return sequelOf({ id, lead: anniversaryIn(2028, event), others: [], weight: 1 }, almanac).restored?.id;
}

test("a peace ten years after a war began ended it, one of eleven years another", () => {
  expect(restored("us-jp-1941-12-07-war-began")).toBe("treaty-of-san-francisco-1951-09-08-peace-treaty");
  expect(almanac.event("es-fr-gb-1729-11-09-peace-treaty")?.parties).toEqual(expect.arrayContaining(["ES", "GB"]));
  expect(restored("gb-es-1718-12-17-war-declared")).toBeUndefined();
});
