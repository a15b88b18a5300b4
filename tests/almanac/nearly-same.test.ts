import { expect, test } from "vitest";
import { groupOccasions } from "../../src/almanac/occasion.ts";
import { event } from "./events.ts";
import { JUDGEMENT } from "./judgement.ts";

const signed = (parties: string) => event(`1950-05-05 treaty-signed ${parties}`);

test("acts of many with three in four parties in common are one act, with fewer two", () => {
  const act = signed("BE DE DK ES FR GB IT");
  expect(groupOccasions([act, signed("BE DE DK ES FR GB PT")], JUDGEMENT)).toHaveLength(1);
  expect(groupOccasions([signed("BE DE DK ES FR GB"), signed("BE DE DK ES FR PT")], JUDGEMENT)).toHaveLength(2);
});
