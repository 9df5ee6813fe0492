import type { Instance } from "../../instance.ts";
import type { Availability, KeyUse } from "./keyHistory.ts";

/**
 * When a service could use a key by its grants, and when not, in the order of time. A key that is gone has had its history,
 * which ends with its pending deletion. That the key's policy may let the service in as well does not count.
 */
export function keyAvailability(
  instance: Instance,
  { accountId, region, keyId }: KeyAddress,
  use: KeyUse,
): Availability[] {
  const key = instance.findRegion(accountId, region)?.kms.keyEvenIfGone(keyId);
  return key ? key.history.availability(key.grants.values(), use) : [];
}

/** Where a key is, or was. */
export interface KeyAddress {
  readonly accountId: string;
  readonly region: string;
  readonly keyId: string;
}

/** The address that the ARN of a key states. */
export function keyAddress(keyArn: string): KeyAddress {
  const [, , , region = "", accountId = "", resource = ""] = keyArn.split(":");
  return { accountId, region, keyId: resource.replace(/^key\//, "") };
}
