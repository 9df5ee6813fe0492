import type { TagResourcesCommandInput } from "@aws-sdk/client-resource-groups-tagging-api";
import { operation, type Input } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { changeEach, type EachChange } from "../changeEach.ts";

/** Tags up to twenty resources of any services. */
export const tagResources = operation<Input<TagResourcesCommandInput>, EachChange>({
  service: "tagging",
  name: "TagResources",
  documentation: "https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_TagResources.html",
  readOnly: false,
  access: (context) => [accountAccess(context, "TagResources")],
  run: (context, { ResourceARNList, Tags }) =>
    changeEach(context, ResourceARNList, (tagging, call, arn) => tagging.tag(call, arn, Tags)),
});
