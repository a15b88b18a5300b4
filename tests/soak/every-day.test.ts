import { describe, expect, test } from "vitest";
import { wholeDay } from "../../src/digest/whole-day.ts";
import { dayAnswer } from "../../src/messages/day-answer.ts";
import { expectDiscordTakes, textOf } from "../messages/discord.ts";
import { almanac, english, postOf, YEAR } from "../messages/real-posts.ts";

describe("every day of the year", () => {
  test.each([[[]], [["BE"]], [["RU"]], [["US", "GB", "FR"]], [["NU"]]])(
    "is a post that Discord takes, following %j",
    (parties) => {
      for (const date of YEAR) {
        for (const lines of parties.length === 0 ? [5, 20] : [5]) {
          const post = postOf(date, parties, lines);
          expectDiscordTakes(post.message);
          expectDiscordTakes(post.plain);
          expect(textOf(post.message)).not.toMatch(/undefined|\[object|NaN|[{}]/u);
        }
      }
    },
  );

  test("is an answer that Discord takes, on its first page and its last", () => {
    for (const date of YEAR.filter(({ day }) => day % 9 === 1)) {
      const lines = wholeDay(almanac, date, []);
      for (const page of [1, 999]) expectDiscordTakes(dayAnswer(lines, { date, page, following: [] }, english));
    }
  });

  test("gives every line of five its source", () => {
    for (const date of YEAR) {
      const post = postOf(date, []);
      const lines = textOf(post.message)
        .split("\n")
        .filter((line) => !/^(?:-#|##)/u.test(line));
      for (const line of lines) expect(line).toMatch(/\[source(?: [23])?\]\(https?:\/\/[^\s()]+\)$/u);
    }
  });
});
