import { extname } from "node:path";
import type { FileToUpload, Upload } from "./attachment.ts";
import type { CommandOption } from "./rules/commands.ts";
import type { UploadedFile, World } from "./world.ts";

/** attachment_size_limit of every interaction here. */
export const LARGEST_UPLOAD = 10 * 1024 * 1024;
/** In all: the oldest go first, as Discord keeps what came with commands for a while only. */
const MOST_KEPT = 4 * LARGEST_UPLOAD;

/** Takes a file that a person attaches to a command, as the client does before it sends it. Throws what the client would say. */
export function takeUpload(world: World, { name, contentType, bytes }: FileToUpload): Upload {
  if (bytes.byteLength === 0) throw new Error(`${name} is empty`);
  if (bytes.byteLength > LARGEST_UPLOAD) throw new Error(`${name} is too large: 10 MiB at most`);
  const id = world.newId();
  const filename = name.normalize("NFC").replaceAll(/[^\p{L}\p{N}._-]+/gu, "_");
  const path = `/ephemeral-attachments/${world.applicationId}/${id}/${encodeURIComponent(filename)}?${signature(id)}`;
  const url = `${world.origin}${path}`;
  const upload: Upload = {
    id,
    filename,
    ...(filename === name ? {} : { title: name }),
    size: bytes.byteLength,
    url,
    proxy_url: url,
    ...(contentType === undefined ? {} : { content_type: contentType }),
    ephemeral: true,
  };
  const file: UploadedFile = { index: "", name: filename, type: contentType ?? "application/octet-stream", bytes };
  world.files.set(path, file);
  world.uploads.set(id, upload);
  forgetOldest(world);
  return upload;
}

/** Of the shape that Discord's signed addresses have: expiry, issue and signature. */
function signature(id: string): string {
  const [part, sign] = [BigInt(id).toString(16).slice(0, 8), BigInt(id).toString(16).padEnd(64, "0")];
  return `ex=${part}&is=${part}&hm=${sign}&`;
}

function forgetOldest({ uploads, files, origin }: World): void {
  let kept = [...uploads.values()].reduce((sum, { size }) => sum + size, 0);
  for (const { id, url, size } of uploads.values()) {
    if (kept <= MOST_KEPT) return;
    uploads.delete(id);
    files.delete(url.slice(origin.length));
    kept -= size;
  }
}

/** The client offers and takes only files of the types that the option names. Throws what it would say. */
export function checkUpload({ uploads }: World, { name, file_types }: CommandOption, id: unknown): void {
  const upload = typeof id === "string" ? uploads.get(id) : undefined;
  if (upload === undefined) throw new Error(`"${name}": attach a file`);
  const types = file_types ?? [];
  const isTaken = types.length === 0 || types.includes(extname(upload.filename).toLowerCase());
  if (!isTaken) throw new Error(`"${name}": this takes ${types.join(", ")}, not ${upload.filename}`);
}
