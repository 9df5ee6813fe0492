import type { TagResourceCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireNotPendingDeletion } from "../keyState.ts";
import { requestTagConditions, tagsWith } from "../tags.ts";

const action = "kms:TagResource";

/** Tags a key, or changes the values of its tags. */
export const tagResource = operation<Input<TagResourceCommandInput>, object>({
  service: "kms",
  name: "TagResource",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html",
  readOnly: false,
  access: (context, { KeyId, Tags }) => [
    ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action, { conditions: requestTagConditions(Tags) }),
  ],
  run: (context, { KeyId, Tags }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireNotPendingDeletion(key, action);
    if (Tags.length > 0) key.tags = tagsWith(key.tags, Tags);
    return {};
  },
});
