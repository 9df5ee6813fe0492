import { createHmac, hash } from "node:crypto";

/** In hexadecimal digits. */
export function sha256(data: string | Buffer): string {
  return hash("sha256", data);
}

export function hmacSha256(key: Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
