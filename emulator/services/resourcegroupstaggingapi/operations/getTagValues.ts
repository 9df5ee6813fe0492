import type { GetTagValuesCommandInput, GetTagValuesCommandOutput } from "@aws-sdk/client-resource-groups-tagging-api";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { pageOfNames } from "../page.ts";
import { taggedResources } from "../taggedResources.ts";

/** Lists the values that a tag key has in the account and region. */
export const getTagValues = operation<Input<GetTagValuesCommandInput>, Output<GetTagValuesCommandOutput>>({
  service: "tagging",
  name: "GetTagValues",
  documentation: "https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetTagValues.html",
  readOnly: true,
  access: (context) => [accountAccess(context, "GetTagValues")],
  run: (context, { Key, PaginationToken }) => {
    const values = taggedResources(context).flatMap(({ tags }) => tags.get(Key) ?? []);
    const { items, next = "" } = pageOfNames(values, PaginationToken);
    return { PaginationToken: next, TagValues: items };
  },
});
