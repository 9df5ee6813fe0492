import type { EnableKeyCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireMaterial } from "../keyState.ts";

const action = "kms:EnableKey";

/** Lets a disabled key be used again. */
export const enableKey = operation<Input<EnableKeyCommandInput>, object>({
  service: "kms",
  name: "EnableKey",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html",
  readOnly: false,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action)],
  run: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireMaterial(key, action);
    key.enable(context.now);
    return {};
  },
});
