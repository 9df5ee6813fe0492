import type { UntagResourcesCommandInput } from "@aws-sdk/client-resource-groups-tagging-api";
import { operation, type Input } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { changeEach, type EachChange } from "../changeEach.ts";

/** Takes tags off up to twenty resources of any services. */
export const untagResources = operation<Input<UntagResourcesCommandInput>, EachChange>({
  service: "tagging",
  name: "UntagResources",
  documentation: "https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_UntagResources.html",
  readOnly: false,
  access: (context) => [accountAccess(context, "UntagResources")],
  run: (context, { ResourceARNList, TagKeys }) =>
    changeEach(context, ResourceARNList, (tagging, call, arn) => tagging.untag(call, arn, TagKeys)),
});
