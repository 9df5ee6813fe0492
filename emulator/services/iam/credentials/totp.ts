import { createHmac } from "node:crypto";

/** How long a code of a virtual MFA device is shown, in milliseconds. Source: RFC 6238, and IAM User Guide, "Virtual MFA". */
const step = 30_000;

/** The six digits that a device with this seed shows at a time. Source: RFC 6238 with HMAC-SHA-1. */
export function totp(seed: Buffer, at: Date): string {
  return code(seed, Math.floor(at.getTime() / step));
}

/** How well a device keeps time: right within `tolerance` codes. */
interface Accuracy {
  readonly now: Date;
  readonly tolerance: number;
}

/** Whether a device with this seed shows a code now. */
export function isShown(seed: Buffer, shown: string, { now, tolerance }: Accuracy): boolean {
  const latest = Math.floor(now.getTime() / step);
  for (let counter = latest - tolerance; counter <= latest + tolerance; counter++) {
    if (code(seed, counter) === shown) return true;
  }
  return false;
}

/**
 * Whether two codes follow each other on a device whose time is right within `tolerance` codes. How far off AWS lets a
 * device be is not recorded anywhere.
 */
export function areConsecutiveCodes(
  seed: Buffer,
  codes: readonly [string, string],
  { now, tolerance }: Accuracy,
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
