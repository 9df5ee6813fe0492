import { timingSafeEqual } from "node:crypto";
import { mismatch } from "./signatureMismatch.ts";

/** Throws `SignatureDoesNotMatch` unless a signature, in hexadecimal digits, is the expected one. */
export function requireSignature(signature: string, expected: Buffer): void {
  const given = Buffer.from(signature, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw mismatch();
}
