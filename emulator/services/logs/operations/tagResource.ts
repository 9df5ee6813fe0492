import type { TagResourceCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findTaggedGroup } from "../findLogGroup.ts";
import { tagsAccess } from "../logGroupAccess.ts";
import { addTags, requestedTags } from "../tags.ts";

/** Tags a log group, or gives its tags other values. */
export const tagResource = operation<Input<TagResourceCommandInput>, object>({
  service: "logs",
  name: "TagResource",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html",
  readOnly: false,
  access: (context, { resourceArn, tags }) => tagsAccess(context, "TagResource", resourceArn, requestedTags(tags)),
  run: (context, { resourceArn, tags }) => {
    addTags(findTaggedGroup(context, resourceArn), tags);
    return {};
  },
});
