import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../support/folder.ts";

/** A file in a place, and whether what it says belongs there. */
const PLANTED = [
  ["src/almanac/planted.ts", 'import "../digest/digest.ts";', false],
  ["src/almanac/lookup/planted.ts", 'import "../../digest/digest.ts";', false],
  ["src/almanac/lookup/planted.ts", 'import "../event.ts";', true],
  ["src/almanac/planted.ts", 'import "undici";', false],
  ["src/almanac/planted.ts", 'import "discord-api-types/v10";', false],
  ["src/almanac/planted.ts", 'import "better-sqlite3";', false],
  ["src/digest/planted.ts", 'import "../almanac/event.ts";', true],
  ["src/digest/planted.ts", 'import "discord-api-types/v10";', false],
  ["src/digest/planted.ts", 'import "kysely";', false],
  ["src/digest/planted.ts", 'import "node:fs";', false],
  ["src/digest/planted.ts", 'import "node:timers/promises";', false],
  ["src/digest/planted.ts", 'import "../ports.ts";', false],
  ["src/digest/planted.ts", "export const now = new Date();", false],
  ["src/digest/planted.ts", 'import "../messages/language.ts";', false],
  ["src/messages/planted.ts", 'import "../ports.ts";', false],
  ["src/messages/planted.ts", 'import "../fatal.ts";', false],
  ["src/messages/planted.ts", 'import "discord-api-types/v10";', true],
  ["src/messages/lookup/planted.ts", 'import "../../wiring/needs.ts";', false],
  ["src/messages/planted.ts", "export const now = new globalThis.Date();", false],
  ["src/messages/planted.ts", "export const now = Date.now();", false],
  ["src/messages/planted.ts", 'export const page = await fetch("https://example.org");', false],
  ["src/discord/planted.ts", 'export const page = await fetch("https://example.org");', false],
  ["src/delivery/planted.ts", 'import "../wiring/needs.ts";', false],
  ["src/delivery/planted.ts", 'import "../../commands/index.ts";', false],
  ["src/delivery/planted.ts", 'import "kysely";', false],
  ["commands/planted.ts", 'import "../src/store/open.ts";', false],
  ["commands/typed/planted.ts", 'import "../../src/discord/router.ts";', false],
  ["commands/typed/planted.ts", 'import "../../src/messages/language.ts";', true],
  ["src/store/planted.ts", 'import "../discord/router.ts";', false],
  ["src/store/planted.ts", 'import "kysely";', true],
  ["src/discord/planted.ts", 'import "@discordjs/ws";', true],
  ["src/discord/planted.ts", 'import "ws";', false],
  ["src/discord/planted.ts", 'import "../store/open.ts";', false],
  ["src/playground/planted.ts", 'import "better-sqlite3";', false],
  ["src/playground/planted.ts", 'import "../config.ts";', false],
  ["src/cli/planted.ts", 'import "../main.ts";', false],
  ["src/wiring/planted.ts", 'import "../main.ts";', false],
  ["src/store/planted.ts", 'export const token = process.env["DISCORD_TOKEN"];', false],
  ["src/store/planted.ts", 'export { env } from "node:process";', false],
] as const;

const folder = temporaryFolder();
const refused = new Set<string>();
beforeAll(() => {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  copyFileSync("oxlint.config.ts", join(folder, "oxlint.config.ts"));
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  for (const [index, [path, text]] of PLANTED.entries()) {
    const file = join(folder, numbered(path, index));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
  const oxlint = ["node_modules/oxlint/bin/oxlint", "--format", "json", "src", "commands"];
  const { stdout } = spawnSync(process.execPath, oxlint, { cwd: folder, encoding: "utf8" });
  for (const { filename } of Report.parse(JSON.parse(stdout)).diagnostics) refused.add(filename);
});

const Report = z.object({ diagnostics: z.array(z.object({ filename: z.string() })) });

/** The same place under a name of its own. */
const numbered = (path: string, index: number) => path.replace("planted", `planted-${index}`);

describe("imports point one way, and only one place reads the clock and the environment", () => {
  it.each(PLANTED.map(([path, text, allowed], index) => ({ path, text, allowed, file: numbered(path, index) })))(
    "$path: $text",
    ({ allowed, file }) => expect(refused.has(file)).toBe(!allowed),
  );
});
