import type { GetResourcePolicyCommandInput, GetResourcePolicyCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { policyAsShown } from "../../../authorization/policyAsShown.ts";
import { findPolicyTable } from "../findTable.ts";
import { policyNotFound } from "../resourcePolicy.ts";
import { policyAccess } from "../tableAccess.ts";

/** Shows a table's resource policy. A user or role in it that is gone appears under its unique id. */
export const getResourcePolicy = operation<
  Input<GetResourcePolicyCommandInput>,
  Output<GetResourcePolicyCommandOutput>
>({
  service: "dynamodb",
  name: "GetResourcePolicy",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetResourcePolicy.html",
  readOnly: true,
  access: (context, { ResourceArn }) => [policyAccess(context, "dynamodb:GetResourcePolicy", ResourceArn)],
  run: (context, { ResourceArn }) => {
    const { resourcePolicy } = findPolicyTable(context, ResourceArn);
    if (!resourcePolicy) throw policyNotFound(ResourceArn);
    return { Policy: policyAsShown(context.instance, resourcePolicy.policy), RevisionId: resourcePolicy.revisionId };
  },
});
