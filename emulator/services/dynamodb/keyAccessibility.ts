import type { CallContext } from "../../callContext.ts";
import { keyAvailability } from "../kms/keyAvailability.ts";
import type { Availability } from "../kms/keyHistory.ts";
import type { TableKey } from "./tableKey.ts";

/** What DynamoDB has found of a table's key. */
export type KeyAccessibility =
  | { readonly kind: "accessible" }
  | { readonly kind: "inaccessible"; readonly detectedAt: Date }
  /** The key was inaccessible for so long that the table was archived. */
  | { readonly kind: "lost"; readonly detectedAt: Date; readonly archivedAt: Date };

const minute = 60 * 1000;

/**
 * How long a key has been unusable before DynamoDB finds it, and usable again before it finds that. Measured on AWS: 12.6 to 75
 * minutes, and 18 to 57. AWS looks now and then; what the looks do not see, as here what is shorter, has not happened.
 */
export const detectionMilliseconds = 30 * minute;

/** How long after that a table is archived. Source: DynamoDB Developer Guide, "DynamoDB encryption usage notes". */
const archivalMilliseconds = 7 * 24 * 60 * minute;

const accessible: KeyAccessibility = { kind: "accessible" };

/** What DynamoDB has found of a table's key by now, from the key's history: nothing is remembered, and no time is kept. */
export function keyAccessibility({ instance, region, now }: CallContext, key: TableKey): KeyAccessibility {
  const use = {
    grantee: `dynamodb.${region}.amazonaws.com`,
    operation: "Decrypt",
    encryptionContext: key.encryptionContext,
  };
  const changes = keyAvailability(instance, key.keyAddress, use).filter(({ from }) => from >= key.createdAt);
  if (changes.length === 0) return accessible;
  let detectedAt: Date | undefined;
  for (const { from, isAvailable } of noticed(changes, now)) {
    const lost = detectedAt && archival(detectedAt, from);
    if (lost) return lost;
    detectedAt = isAvailable ? undefined : from;
  }
  if (!detectedAt) return accessible;
  return archival(detectedAt, now) ?? { kind: "inaccessible", detectedAt };
}

/** The changes that lasted long enough to be noticed, at the time when they were; the key began as usable. */
function noticed(changes: readonly Availability[], now: Date): Availability[] {
  const found: Availability[] = [];
  const real = changes.filter(({ isAvailable }, index) => isAvailable !== (changes[index - 1]?.isAvailable ?? true));
  for (const [index, { from, isAvailable }] of real.entries()) {
    const at = new Date(from.getTime() + detectionMilliseconds);
    const until = real[index + 1]?.from ?? now;
    if (at <= until && isAvailable !== (found.at(-1)?.isAvailable ?? true)) found.push({ from: at, isAvailable });
  }
  return found;
}

function archival(detectedAt: Date, until: Date): KeyAccessibility | undefined {
  const archivedAt = new Date(detectedAt.getTime() + archivalMilliseconds);
  return archivedAt < until ? { kind: "lost", detectedAt, archivedAt } : undefined;
}
