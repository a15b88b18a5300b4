import { randomBytes } from "node:crypto";

/** Crockford's base 32: no i, l, o, u, so that an id can be read out and typed. 40 bits. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export function newId(): string {
  return [...randomBytes(8)].map((byte) => ALPHABET[byte % 32]).join("");
}
