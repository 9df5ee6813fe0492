import type { ListResourceTagsCommandInput, ListResourceTagsCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { page } from "../page.ts";

/** Lists the tags of a key. */
export const listResourceTags = operation<Input<ListResourceTagsCommandInput>, Output<ListResourceTagsCommandOutput>>({
  service: "kms",
  name: "ListResourceTags",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html",
  readOnly: true,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), "kms:ListResourceTags")],
  run: (context, { KeyId, ...request }) => {
    const { tags = [] } = findKeyByIdOrArn(context, KeyId);
    const { items, truncation } = page([...tags], ([name]) => name, request, 50);
    return { Tags: items.map(([TagKey, TagValue]) => ({ TagKey, TagValue })), ...truncation };
  },
});
