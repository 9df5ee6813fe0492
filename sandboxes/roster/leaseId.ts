import { createHash } from "node:crypto";
import { slug } from "./slug.ts";

/** Whom a lease is for, as far as its id goes. */
export interface LeaseHolder {
  /** Their name, or else what they are known by. */
  readonly names: readonly string[];
  /** Nobody else in the class has it. */
  readonly key: string;
}

/** Of how many attempts the id keeps the whole slug: what is in the way is a chance of one in a million for each other lease. */
const attemptsWithSlug = 8;

/**
 * The id of a lease, the same for the same holder in the same class: `zoe-muller-k2p7`. What `isFree` does not accept is tried again
 * with other characters at the end, and without hyphens before them, so that no id can begin as a shorter one does.
 */
export function leaseId(className: string, { names, key }: LeaseHolder, isFree: (id: string) => boolean): string {
  const whole = names.map(slug).find((text) => text !== undefined) ?? "student";
  for (let attempt = 0; ; attempt += 1) {
    const digest = digestOf([className, key, ...(attempt === 0 ? [] : [String(attempt)])]);
    const id = `${slugFor(whole, attempt, digest)}-${digest.slice(0, 4)}`;
    if (isFree(id)) return id;
  }
}

function slugFor(whole: string, attempt: number, digest: string): string {
  if (attempt === 0) return whole;
  const flat = whole.replaceAll("-", "");
  return attempt < attemptsWithSlug ? flat : `${flat.slice(0, 8)}${digest.slice(4, 8)}`;
}

/** Characters [a-z2-7] of a SHA-256, five bits each. JSON keeps the parts apart. */
function digestOf(parts: readonly string[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest();
  return [...bytes].map((byte) => base32.charAt(byte % base32.length)).join("");
}

const base32 = "abcdefghijklmnopqrstuvwxyz234567";
