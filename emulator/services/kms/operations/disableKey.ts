import type { DisableKeyCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireNotPendingDeletion } from "../keyState.ts";

const action = "kms:DisableKey";

/** Takes a key out of use until it is enabled again. */
export const disableKey = operation<Input<DisableKeyCommandInput>, object>({
  service: "kms",
  name: "DisableKey",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html",
  readOnly: false,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action)],
  run: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireNotPendingDeletion(key, action);
    key.disable();
    key.history.changedTo(key.state, context.now);
    return {};
  },
});
