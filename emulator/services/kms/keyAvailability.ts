import type { Instance } from "../../instance.ts";
import type { Availability, KeyUse } from "./keyHistory.ts";

/**
 * When a service could use a key by its grants, and when not, in the order of time. A key that is gone has had its history,
 * which ends with its pending deletion. That the key's policy may let the service in as well does not count.
 */
export function keyAvailability(instance: Instance, keyArn: string, use: KeyUse): Availability[] {
  const [, , , region = "", accountId = "", resource = ""] = keyArn.split(":");
  const key = instance.findRegion(accountId, region)?.kms.keyEvenIfGone(resource.replace(/^key\//, ""));
  return key ? key.history.availability(key.grants.values(), use) : [];
}
