import type { UpdateKeyDescriptionCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireNotPendingDeletion } from "../keyState.ts";

const action = "kms:UpdateKeyDescription";

/** Describes a key anew. */
export const updateKeyDescription = operation<Input<UpdateKeyDescriptionCommandInput>, object>({
  service: "kms",
  name: "UpdateKeyDescription",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html",
  readOnly: false,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action)],
  run: (context, { KeyId, Description }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireNotPendingDeletion(key, action);
    key.description = Description;
    return {};
  },
});
