import type { GetTagKeysCommandInput, GetTagKeysCommandOutput } from "@aws-sdk/client-resource-groups-tagging-api";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { pageOfNames } from "../page.ts";
import { taggedResources } from "../taggedResources.ts";

/** Lists the tag keys that are in use in the account and region. */
export const getTagKeys = operation<Input<GetTagKeysCommandInput>, Output<GetTagKeysCommandOutput>>({
  service: "tagging",
  name: "GetTagKeys",
  documentation: "https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetTagKeys.html",
  readOnly: true,
  access: (context) => [accountAccess(context, "GetTagKeys")],
  run: (context, { PaginationToken }) => {
    const keys = taggedResources(context).flatMap(({ tags }) => [...tags.keys()]);
    const { items, next = "" } = pageOfNames(keys, PaginationToken);
    return { PaginationToken: next, TagKeys: items };
  },
});
