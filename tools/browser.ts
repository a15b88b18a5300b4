import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const found = PLACES.find((path) => existsSync(path));

/** Why there is no browser here; in CI there must be one, so there it is no excuse. */
export const noBrowser =
  found === undefined && process.env["CI"] === undefined
    ? "no Chromium on this machine (apt-get install chromium)"
    : undefined;

/** The system's Chromium, asking nobody for anything but what the page asks for. Throws when there is none. */
export function openBrowser(): Promise<Browser> {
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({
    executablePath: found ?? PLACES[0] ?? "",
    args: ["--no-sandbox", "--disable-gpu", "--disable-sync", ...quiet],
  });
}
