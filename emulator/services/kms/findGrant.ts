import { AwsError } from "../../awsError.ts";
import type { Grant } from "./grant.ts";
import type { KmsKey } from "./kmsKey.ts";

/** A grant of a key by its id. Throws NotFoundException. */
export function findGrant(key: KmsKey, grantId: string): Grant {
  const grant = key.grants.get(grantId);
  if (grant) return grant;
  throw new AwsError("NotFoundException", `Grant ID ${grantId} not found`);
}
