import type { DisableKeyRotationCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireEnabled } from "../keyState.ts";
import { requireRotatable } from "../requireRotatable.ts";

const action = "kms:DisableKeyRotation";

/** Ends automatic rotation. Earlier versions of the material stay for what was encrypted with them. */
export const disableKeyRotation = operation<Input<DisableKeyRotationCommandInput>, object>({
  service: "kms",
  name: "DisableKeyRotation",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKeyRotation.html",
  readOnly: false,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action)],
  run: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireRotatable(key);
    requireEnabled(key, action);
    key.materials.schedule = undefined;
    return {};
  },
});
