import type { KmsKey } from "./kmsKey.ts";
import { requireOrigin } from "./requireOrigin.ts";
import { refuseReplica } from "./requirePrimary.ts";
import { requireSymmetric } from "./requireSymmetric.ts";

/**
 * Automatic rotation is for symmetric keys with material that KMS makes; the primary of a multi-region key decides for all.
 * Throws UnsupportedOperationException. Source: KMS Developer Guide, "Rotate AWS KMS keys".
 */
export function requireRotatable(key: KmsKey): void {
  requireSymmetric(key);
  requireOrigin(key, "AWS_KMS");
  refuseReplica(key);
}
