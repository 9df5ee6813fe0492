import type { DisableKeyCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireMaterial } from "../keyState.ts";
import { trailingDaysWithoutUse } from "../trailingDaysWithoutUse.ts";

const action = "kms:DisableKey";

/** Takes a key out of use until it is enabled again. */
export const disableKey = operation<Input<DisableKeyCommandInput>, object>({
  service: "kms",
  name: "DisableKey",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html",
  readOnly: false,
  access: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    return [ownKeyAccess(context, key, action, { conditions: trailingDaysWithoutUse(context, key) })];
  },
  run: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireMaterial(key, action);
    key.disable(context.now);
    return {};
  },
});
