import type { ListTagsCommandInput, ListTagsCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { taggedAddress } from "../functionAddress.ts";

/** Lists the tags of a function. */
export const listTags = operation<Input<ListTagsCommandInput>, Output<ListTagsCommandOutput>>({
  service: "lambda",
  name: "ListTags",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html",
  readOnly: true,
  access: (context, { Resource }) => [functionAccess(context, "ListTags", taggedAddress(context, Resource))],
  run: (context, { Resource }) => ({
    Tags: Object.fromEntries(findFunction(context, taggedAddress(context, Resource)).tags ?? []),
  }),
});
