import { createHmac } from "node:crypto";

/** How long a code of a virtual MFA device is shown, in milliseconds. Source: RFC 6238, and IAM User Guide, "Virtual MFA". */
const step = 30_000;

/** The six digits that a device with this seed shows at a time. Source: RFC 6238 with HMAC-SHA-1. */
export function totp(seed: Buffer, at: Date): string {
  return code(seed, Math.floor(at.getTime() / step));
}

/** The time within which codes of a device count. */
interface CodeRange {
  readonly now: Date;
  /** How many codes a device may be ahead or behind. How far off AWS lets a device be is not recorded anywhere. */
  readonly tolerance: number;
}

/** Which code of a device these digits are, counted from 1970; `undefined`: none that counts. */
export function codeNumber(seed: Buffer, digits: string, { now, tolerance }: CodeRange): number | undefined {
  const latest = Math.floor(now.getTime() / step);
  for (let number = latest - tolerance; number <= latest + tolerance; number++) {
    if (code(seed, number) === digits) return number;
  }
  return undefined;
}

/** Whether two codes follow each other on a device whose time is right within `tolerance` codes. */
export function areConsecutiveCodes(
  seed: Buffer,
  codes: readonly [string, string],
  { now, tolerance }: CodeRange,
): boolean {
  const latest = Math.floor(now.getTime() / step);
  for (let second = latest - tolerance; second <= latest + tolerance; second++) {
    if (code(seed, second - 1) === codes[0] && code(seed, second) === codes[1]) return true;
  }
  return false;
}

function code(seed: Buffer, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac("sha1", seed).update(message).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}
