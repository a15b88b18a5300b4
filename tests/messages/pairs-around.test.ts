import { expect, test } from "vitest";
import { anniversaryLine } from "../../src/messages/wording.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const reader = { language: english, following: new Set<string>() };
const NAMED = { name: "Treaty on Advancement of peace" };

test.each([
  [
    "treaties of one name that one party concluded with each of several others",
    [event("1914-10-13", "treaty-signed", "EC US", NAMED), event("1914-10-13", "treaty-signed", "SE US", NAMED)],
    "115 years: Treaty on Advancement of peace signed by the United States with each of Ecuador and Sweden (1914)",
  ],
  [
    "their entry into force",
    [event("1914-10-13", "treaty-in-force", "EC US", NAMED), event("1914-10-13", "treaty-in-force", "SE US", NAMED)],
    "115 years: Treaty on Advancement of peace entered into force between the United States and each of Ecuador and Sweden (1914)",
  ],
  [
    "what lists have as pairs without a party in common",
    [
      event("1914-10-13", "treaty-signed", "EC US", NAMED),
      event("1914-10-13", "treaty-signed", "EC SE", NAMED),
      event("1914-10-13", "treaty-signed", "SE US", NAMED),
    ],
    "115 years: Treaty on Advancement of peace signed by Ecuador, the United States and Sweden (1914)",
  ],
])("%s", (_, [lead, ...others], line) => {
  expect(lead && anniversaryLine(occasion(2029, lead, ...others), reader)).toBe(line);
});
