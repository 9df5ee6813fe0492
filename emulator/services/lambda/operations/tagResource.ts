import type { TagResourceCommandInput } from "@aws-sdk/client-lambda";
import { tagList } from "../../../tagList.ts";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { taggedAddress } from "../functionAddress.ts";
import { tagsWith } from "../tags.ts";

/** Puts tags on a function. */
export const tagResource = operation<Input<TagResourceCommandInput>, object>({
  service: "lambda",
  name: "TagResource",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html",
  readOnly: false,
  audit: { eventName: "TagResource20170331v2" },
  access: (context, { Resource, Tags }) => [
    functionAccess(context, "TagResource", taggedAddress(context, Resource), requestTags(tagList(Tags))),
  ],
  run: (context, { Resource, Tags }) => {
    const found = findFunction(context, taggedAddress(context, Resource));
    found.tags = tagsWith(found.tags, Tags);
    return {};
  },
});
