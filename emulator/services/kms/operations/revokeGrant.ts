import type { RevokeGrantCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import { findGrant } from "../findGrant.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { grantIsForAwsResource, keyAccess } from "../keyAccess.ts";

/** Takes a grant away: the key's owner does this. */
export const revokeGrant = operation<Input<RevokeGrantCommandInput>, object>({
  service: "kms",
  name: "RevokeGrant",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html",
  readOnly: false,
  audit: { request: ({ KeyId, GrantId }) => ({ keyId: KeyId, grantId: GrantId }) },
  access: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    return [keyAccess(context, key, "kms:RevokeGrant", { conditions: grantIsForAwsResource(context) })];
  },
  run: (context, { KeyId, GrantId, DryRun }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    const grant = findGrant(key, GrantId);
    stopDryRun(DryRun);
    key.grants.delete(grant.grantId);
    key.history.ended(grant, context.now);
    return {};
  },
});
