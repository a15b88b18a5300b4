import * as fc from "fast-check";
import type { Event } from "../../src/almanac/event.ts";
import { FAMILY_OF_KIND, type Kind } from "../../src/almanac/kind.ts";
import { event } from "./events.ts";

export const longText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
/** Events with the longest and strangest of everything that data/ could ever hold, on 25 June. */
export const monster: fc.Arbitrary<Event> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(FAMILY_OF_KIND) as Kind[])),
    parties: fc.array(fc.oneof(fc.constantFrom("BE", "GB", "SUHH", "nato"), longText), { minLength: 1, maxLength: 60 }),
    name: fc.option(fc.oneof(longText, fc.constant("*_[]()`".repeat(60))), { nil: undefined }),
    people: fc.array(fc.record({ name: longText, office: longText }), { maxLength: 8 }),
    url: fc.oneof(fc.webUrl(), fc.constant(`https://example.org/${"(".repeat(160)}`), longText),
    former: fc.option(longText, { nil: undefined }),
    year: fc.integer({ min: 1000, max: 2025 }),
  })
  .map(({ kind, parties, name, people, url, former, year }) => {
    const [first = "BE", ...rest] = parties;
    const plain = event(`${year}-06-25`, kind, "X");
    return {
      ...plain,
      parties: [first, ...rest],
      namesThen: former === undefined ? {} : { [first]: former },
      ...(name === undefined ? {} : { name }),
      people,
      sources: [{ id: "s", name: "s".repeat(500), url, publisher: "example.org" }],
      otherDates: Array.from({ length: 9 }, () => plain.date),
    } satisfies Event;
  });
