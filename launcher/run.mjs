// Starts a program of this project on a Node.js that can run it: the system's, or else the pinned one, fetched once.
// Plain JavaScript in old syntax: this file must run on the very Node.js it replaces.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const pinned = join(
  here,
  "node_modules",
  `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Node 22.18 is the first that runs TypeScript unasked; SQLite's addon crashes below Node-API 10 (22.14). */
function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

function fetchPinned() {
  const npm = process.env["npm_execpath"];
  // npm's own pauses between its tries would leave a person before a still terminal for over a minute
  const pauses = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error", ...pauses];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: here, stdio: ["ignore", "ignore", "inherit"] })
    : spawnSync("npm", args, {
        cwd: here,
        stdio: ["ignore", "ignore", "inherit"],
        shell: process.platform === "win32",
      });
  return done.status === 0 && existsSync(pinned);
}

function pinnedNode() {
  const fetched = existsSync(pinned);
  say(
    `Node.js ${process.versions.node} is too old for Attaché (22.18 or newer): using the pinned Node.js 24${fetched ? "" : ", fetched once from the npm registry"}.`,
  );
  if (fetched || fetchPinned()) return pinned;
  say(
    "The pinned Node.js could not be fetched. Check that the npm registry can be reached and that the folder launcher can be written, or install Node.js 22.18 or newer (24 is best); then run the same command again.",
  );
  return process.exit(1);
}

if (!existsSync(join(root, "node_modules"))) {
  say("The packages that Attaché needs are not installed. Run npm ci, then the same command again.");
  process.exit(1);
}
const node = isNewEnough() ? process.execPath : pinnedNode();
const envFile = join(root, ".env");
const child = spawn(node, [...(existsSync(envFile) ? [`--env-file=${envFile}`] : []), ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: {
    // Compiled once: the second start takes half of the time and 30 MB less. Node.js does without where it cannot write.
    NODE_COMPILE_CACHE: join(root, ".attache", "compiled"),
    // glibc gives every thread a store of memory of its own and hardly gives any back: one for all saves 40 MB.
    MALLOC_ARENA_MAX: "1",
    ...process.env,
    PATH: `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env["PATH"] ?? ""}`,
  },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => child.kill(signal));
// npm passes SIGTERM to its shell, which dies of it and passes it on to nobody: whoever npm started and has lost that shell is to stop.
const parent = process.ppid;
if (process.env["npm_lifecycle_event"] !== undefined)
  setInterval(() => process.ppid === parent || child.kill(), 500).unref();
child.on("error", (error) => {
  say(`Could not start ${node}: ${error.message}`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
