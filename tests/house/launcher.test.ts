import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

/** A fresh clone, in a folder whose name has a space, with a program to start. */
function clone({ installed }: { readonly installed: boolean }): string {
  const folder = join(temporaryFolder(), "a clone");
  mkdirSync(join(folder, "launcher"), { recursive: true });
  for (const file of ["run.mjs", "package.json", "package-lock.json", ".npmrc"])
    copyFileSync(join("launcher", file), join(folder, "launcher", file));
  if (installed) mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "program.mjs"), "console.log(process.argv.slice(2).join(), process.env.A_SETTING)");
  writeFileSync(join(folder, ".env"), "A_SETTING=from the file\n");
  return folder;
}

function launch(folder: string, options: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const args = [...options, join(folder, "launcher/run.mjs"), "program.mjs", "one", "two words"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: folder, LANG: "C", ...env },
  });
  return { status, stdout, stderr };
}

test("starts the program with its arguments and the settings of .env, from a path with spaces", () => {
  expect(launch(clone({ installed: true }))).toEqual({
    status: 0,
    stdout: "one,two words from the file\n",
    stderr: "",
  });
});

test("before npm ci: one line that says so", () => {
  expect(launch(clone({ installed: false }))).toEqual({
    status: 1,
    stdout: "",
    stderr: "The packages that Attaché needs are not installed. Run npm ci, then the same command again.\n",
  });
});

test("on an old Node.js without a network: what happened and what to do, and no stack trace", () => {
  const folder = clone({ installed: true });
  const old = join(folder, "old.cjs");
  writeFileSync(
    old,
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });',
  );
  const npm = process.env["npm_execpath"];
  const { status, stdout, stderr } = launch(folder, ["--require", old], {
    npm_config_registry: "http://127.0.0.1:9",
    npm_config_fetch_retries: "0",
    ...(npm === undefined ? {} : { npm_execpath: npm }),
  });
  expect([status, stdout]).toEqual([1, ""]);
  const lines = stderr.trim().split("\n");
  expect(lines[0]).toMatch(/^Node\.js 20\.20\.2 is too old for Attaché \(22\.18 or newer\)/);
  expect(lines.at(-1)).toMatch(
    /^The pinned Node\.js could not be fetched\. Check .* or install Node\.js 22\.18 or newer/,
  );
  expect(stderr).not.toMatch(/^ +at /m);
});

test("npm start that is told to stop takes the program with it, which stops in its own way", async () => {
  const folder = clone({ installed: true });
  const program = 'setTimeout(() => {}, 15_000); process.on("SIGTERM", () => process.exit(console.log("stopped")));';
  writeFileSync(join(folder, "program.mjs"), `${program} console.log("started");`);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ scripts: { start: "node launcher/run.mjs program.mjs" } }),
  );
  const path = `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`;
  const npm = spawn("npm", ["start", "--silent"], { cwd: folder, env: { PATH: path, HOME: folder } });
  await once(npm.stdout, "readable");
  npm.kill("SIGTERM");
  // the output ends when the last process that could write to it has ended
  expect(await text(npm.stdout)).toBe("started\nstopped\n");
});
