import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Playground, startPlayground } from "../../src/playground/playground.ts";
import { FakeClock } from "../support/clock.ts";

let playground: Playground;
beforeAll(async () => {
  const clock = new FakeClock("2026-06-25T05:00:00Z");
  playground = await startPlayground({ clock, port: 0, zone: "Europe/Brussels", hour: "09:00" });
});
afterAll(() => playground.close());

/** The status of an answer to a request written byte by byte, so that no client tidies it up before it is sent. */
async function statusOf(address: string, path: string, headers: Readonly<Record<string, string>>, method = "GET") {
  const { port, host } = new URL(address);
  const socket = connect(Number(port), "127.0.0.1");
  const all = { Host: host, Connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  const answer = String(await Promise.race([once(socket, "data"), once(socket, "close")]).catch(() => ""));
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/u.exec(answer)?.[1] ?? 0);
}

describe("the page's server", () => {
  const page = (path: string, headers = {}, method = "GET") => statusOf(playground.pageUrl, path, headers, method);

  it("serves the page to this machine", async () => {
    expect(await page("/")).toBe(200);
    expect(await page("/flags/be.svg")).toBe(200);
  });

  it("answers no name that was re-pointed here, and no other page", async () => {
    expect(await page("/", { Host: "evil.example" })).toBe(403);
    expect(await page("/state", { Origin: "http://evil.example" })).toBe(403);
  });

  it.each([
    "/../page-server.ts",
    "/..%2fpage-server.ts",
    "/%2e%2e/page-server.ts",
    "/flags/../../package.json",
    "/flags/..%2f..%2fpackage.json",
    "//etc/passwd",
  ])("gives nothing outside its folder: %s", async (path) => {
    expect(await page(path)).toBe(404);
  });

  it("takes no form of another page", async () => {
    const plain = { "Content-Type": "text/plain", "Content-Length": "0" };
    expect(await page("/clock", plain, "POST")).toBe(404);
    const foreign = { ...plain, "Content-Type": "application/json", Origin: "https://example.org" };
    expect(await page("/clock", foreign, "POST")).toBe(403);
  });

  it.each(["/constructor", "/__proto__", "/toString"])("knows no verb %s", async (path) => {
    expect(await page(path, { "Content-Type": "application/json", "Content-Length": "0" }, "POST")).toBe(404);
  });
});

describe("the stand-in", () => {
  const rest = (headers = {}) => statusOf(playground.apiUrl, "/api/v10/gateway", headers);

  it("asks the bot for its token, and answers neither a re-pointed name nor any web page", async () => {
    expect(await rest()).toBe(401);
    expect(await rest({ Host: "evil.example" })).toBe(403);
    expect(await rest({ Origin: "http://127.0.0.1:8090" })).toBe(403);
  });

  it("opens its gateway to the bot only", async () => {
    const upgrade = {
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    };
    const open = (headers: Readonly<Record<string, string>>) =>
      statusOf(playground.apiUrl, "/gateway/?v=10&encoding=json", headers);
    expect(await open(upgrade)).toBe(101);
    expect(await open({ ...upgrade, Origin: "http://evil.example" })).toBe(0);
    expect(await open({ ...upgrade, Host: "evil.example" })).toBe(0);
  });

  it("has a token that nobody can know before", async () => {
    const other = await startPlayground({
      clock: new FakeClock("2026-06-25T05:00:00Z"),
      port: 0,
      zone: "UTC",
      hour: "09:00",
    });
    expect(other.token).not.toBe(playground.token);
    await other.close();
  });
});
