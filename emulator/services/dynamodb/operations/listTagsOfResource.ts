import type { ListTagsOfResourceCommandInput, ListTagsOfResourceCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTaggedTable } from "../findTable.ts";
import { taggedTableAccess } from "../tableAccess.ts";

/** Lists the tags of a table, at most 50, on one page: there is no token to ask for another. */
export const listTagsOfResource = operation<
  Input<ListTagsOfResourceCommandInput>,
  Output<ListTagsOfResourceCommandOutput>
>({
  service: "dynamodb",
  name: "ListTagsOfResource",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html",
  readOnly: true,
  unsupported: ["NextToken"],
  access: (context, { ResourceArn }) => [taggedTableAccess(context, "dynamodb:ListTagsOfResource", ResourceArn)],
  run: (context, { ResourceArn }) => {
    const { tags = [] } = findTaggedTable(context, ResourceArn);
    return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
  },
});
