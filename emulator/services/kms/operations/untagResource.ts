import type { UntagResourceCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireNotPendingDeletion } from "../keyState.ts";

const action = "kms:UntagResource";

/** Takes tags off a key. Tags that it does not have are none to complain about. */
export const untagResource = operation<Input<UntagResourceCommandInput>, object>({
  service: "kms",
  name: "UntagResource",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html",
  readOnly: false,
  access: (context, { KeyId, TagKeys }) => [
    ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action, { conditions: { "aws:TagKeys": TagKeys } }),
  ],
  run: (context, { KeyId, TagKeys }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireNotPendingDeletion(key, action);
    key.tags = key.tags && new Map([...key.tags].filter(([name]) => !TagKeys.includes(name)));
    return {};
  },
});
