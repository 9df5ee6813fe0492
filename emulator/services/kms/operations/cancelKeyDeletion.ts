import type { CancelKeyDeletionCommandInput, CancelKeyDeletionCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requirePendingDeletion } from "../keyState.ts";

const action = "kms:CancelKeyDeletion";

/** Keeps a key that was to be deleted. It is disabled afterwards. */
export const cancelKeyDeletion = operation<
  Input<CancelKeyDeletionCommandInput>,
  Output<CancelKeyDeletionCommandOutput>
>({
  service: "kms",
  name: "CancelKeyDeletion",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html",
  readOnly: false,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action)],
  run: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requirePendingDeletion(key, action);
    key.cancelDeletion(context.now);
    return { KeyId: key.arn };
  },
});
