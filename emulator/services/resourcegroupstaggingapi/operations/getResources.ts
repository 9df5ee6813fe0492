import type { GetResourcesCommandInput, GetResourcesCommandOutput } from "@aws-sdk/client-resource-groups-tagging-api";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { pageOfResources } from "../pageOfResources.ts";
import { requestedResources } from "../requestedResources.ts";

/**
 * Lists resources of all services that take part by their tags; those that never had a tag are missing. Tag policies of
 * organizations are not evaluated here, so that nothing can be said of compliance.
 */
export const getResources = operation<Input<GetResourcesCommandInput>, Output<GetResourcesCommandOutput>>({
  service: "tagging",
  name: "GetResources",
  documentation: "https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html",
  readOnly: true,
  unsupported: ["IncludeComplianceDetails", "ExcludeCompliantResources"],
  access: (context) => [accountAccess(context, "GetResources")],
  run: (context, input) => {
    const { items, next = "" } = pageOfResources(requestedResources(context, input), input);
    const list = items.map(({ arn, tags }) => ({
      ResourceARN: arn,
      Tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
    }));
    return { PaginationToken: next, ResourceTagMappingList: list };
  },
});
