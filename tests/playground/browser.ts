import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const found = PLACES.find((path) => existsSync(path));

/** Why there is no browser to test in; in CI there must be one. */
export const noBrowser =
  found === undefined && process.env["CI"] === undefined
    ? "no Chromium on this machine (apt-get install chromium)"
    : undefined;

/** A browser that asks nobody for anything but what the page asks for. */
export function openBrowser(): Promise<Browser> {
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({
    executablePath: found ?? "chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-sync", ...quiet],
  });
}
