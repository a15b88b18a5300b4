import type { FileRead, GivenFile } from "../../commands/command.ts";
import { deadline } from "./rest.ts";

/** Where Discord keeps what people attach (reference, "CDN Formatting"; attachments' url and proxy_url). */
const CDN = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

/**
 * Reads files that came with interactions, of at most so many bytes. Only from Discord's CDN, or from where the API is: the stand-in's
 * address. Follows nothing that leads elsewhere, and never rejects for what the network or the other side did.
 */
export function createFileReader(
  api: string,
  patience: () => AbortSignal = deadline,
): (file: GivenFile, mostBytes: number) => Promise<FileRead> {
  const origins = new Set([...CDN, new URL(api).origin]);
  return async ({ url, size }, mostBytes) => {
    if (size > mostBytes) return { outcome: "too-large" };
    if (!URL.canParse(url) || !origins.has(new URL(url).origin)) return { outcome: "unreachable" };
    try {
      const headers = { "Accept-Encoding": "identity" };
      const response = await fetch(url, { redirect: "error", signal: patience(), headers });
      if (!response.ok || response.body === null) {
        await response.body?.cancel();
        return { outcome: response.status === 404 || response.status === 403 ? "gone" : "unreachable" };
      }
      return await readAtMost(response.body, mostBytes);
    } catch {
      return { outcome: "unreachable" };
    }
  };
}

/** What was said of the size need not be so: what comes is counted. */
async function readAtMost(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<FileRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // leaving the loop cancels the rest
    if (size > mostBytes) return { outcome: "too-large" };
    chunks.push(chunk);
  }
  return { outcome: "read", bytes: Buffer.concat(chunks) };
}
