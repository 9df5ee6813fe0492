import type { UntagResourceCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findTaggedGroup } from "../findLogGroup.ts";
import { tagsAccess } from "../logGroupAccess.ts";

/** Takes tags off a log group. */
export const untagResource = operation<Input<UntagResourceCommandInput>, object>({
  service: "logs",
  name: "UntagResource",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagResource.html",
  readOnly: false,
  access: (context, { resourceArn, tagKeys }) =>
    tagsAccess(context, "UntagResource", resourceArn, { "aws:TagKeys": tagKeys }),
  run: (context, { resourceArn, tagKeys }) => {
    const { tags } = findTaggedGroup(context, resourceArn);
    for (const key of tagKeys) tags.delete(key);
    return {};
  },
});
