import type { IncomingMessage } from "node:http";
import { refusal } from "../errors.ts";
import type { UploadedFile } from "../world.ts";

const MOST_BYTES = 25 * 1024 * 1024;

export interface ReadBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** The request's JSON, or its payload_json with the uploaded files; throws 50109 on broken JSON. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const bytes = await readBytes(request);
  const type = request.headers["content-type"] ?? "";
  if (bytes.byteLength === 0) return { body: undefined, files: [] };
  if (!type.startsWith("multipart/form-data")) return { body: parseJson(bytes.toString("utf8")), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const files: UploadedFile[] = [];
  for (const [field, value] of form.entries()) {
    const index = /^files\[(\d+)\]$/u.exec(field)?.[1];
    if (index === undefined || typeof value === "string") continue;
    files.push({ index, name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const payload = form.get("payload_json");
  return { body: typeof payload === "string" ? parseJson(payload) : {}, files };
}

/** All of a request's body; throws 40005 where it is larger than Discord takes. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw refusal(40005);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(50109);
  }
}
