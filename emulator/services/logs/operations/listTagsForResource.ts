import type {
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTaggedGroup } from "../findLogGroup.ts";
import { tagsAccess } from "../logGroupAccess.ts";

/** Shows the tags of a log group. */
export const listTagsForResource = operation<
  Input<ListTagsForResourceCommandInput>,
  Output<ListTagsForResourceCommandOutput>
>({
  service: "logs",
  name: "ListTagsForResource",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsForResource.html",
  readOnly: true,
  access: (context, { resourceArn }) => tagsAccess(context, "ListTagsForResource", resourceArn),
  run: (context, { resourceArn }) => ({ tags: Object.fromEntries(findTaggedGroup(context, resourceArn).tags) }),
});
