import type { UntagResourceCommandInput } from "@aws-sdk/client-lambda";
import { operation, type Input } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { taggedAddress } from "../functionAddress.ts";

/** Takes tags off a function. Keys that are not there are passed over. */
export const untagResource = operation<Input<UntagResourceCommandInput>, object>({
  service: "lambda",
  name: "UntagResource",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html",
  readOnly: false,
  audit: { eventName: "UntagResource20170331v2" },
  access: (context, { Resource, TagKeys }) => [
    functionAccess(context, "UntagResource", taggedAddress(context, Resource), { "aws:TagKeys": TagKeys }),
  ],
  run: (context, { Resource, TagKeys }) => {
    const found = findFunction(context, taggedAddress(context, Resource));
    found.tags = found.tags && new Map([...found.tags].filter(([key]) => !TagKeys.includes(key)));
    return {};
  },
});
