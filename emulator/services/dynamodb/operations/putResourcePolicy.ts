import type { PutResourcePolicyCommandInput, PutResourcePolicyCommandOutput } from "@aws-sdk/client-dynamodb";
import { callerMay } from "../../../authorization/callerMay.ts";
import type { Policy } from "../../../authorization/policy.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findPolicyTable } from "../findTable.ts";
import { readResourcePolicy } from "../readResourcePolicy.ts";
import { checkRevision, setResourcePolicy } from "../resourcePolicy.ts";
import { policyAccess } from "../tableAccess.ts";

const action = "dynamodb:PutResourcePolicy";

/** Gives a table a resource policy, in place of another. */
export const putResourcePolicy = operation<
  Input<PutResourcePolicyCommandInput>,
  Output<PutResourcePolicyCommandOutput>
>({
  service: "dynamodb",
  name: "PutResourcePolicy",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html",
  readOnly: false,
  access: (context, { ResourceArn }) => [policyAccess(context, action, ResourceArn)],
  run: (context, { ResourceArn, Policy: text, ExpectedRevisionId, ConfirmRemoveSelfResourceAccess: confirmed }) => {
    const policy = readResourcePolicy(context, text);
    const table = findPolicyTable(context, ResourceArn);
    checkRevision(table, ExpectedRevisionId);
    if (confirmed !== true) checkLockout(context, ResourceArn, policy);
    return { RevisionId: setResourcePolicy(table, policy, context.now).revisionId };
  },
});

/**
 * Refuses a policy after which the caller could not change it again, as the engine decides. That it could not be deleted is no
 * reason. Source of code and message: recorded answers.
 */
function checkLockout(context: CallContext, arn: string, policy: Policy): void {
  const access = policyAccess(context, action, arn);
  const resource = { ...access.resource, policy: { name: "resource policy", policy } };
  if (callerMay(context, { ...access, resource })) return;
  throw new AwsError(
    "AccessDeniedException",
    "The new resource policy will not allow you to update the resource policy in the future.",
  );
}
