import type { DeleteResourcePolicyCommandInput, DeleteResourcePolicyCommandOutput } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import { findPolicyTable } from "../findTable.ts";
import { checkRevision } from "../resourcePolicy.ts";
import { policyAccess } from "../tableAccess.ts";

/** Takes the resource policy from a table; that it has none is no error unless a revision is expected. */
export const deleteResourcePolicy = operation<
  Input<DeleteResourcePolicyCommandInput>,
  Output<DeleteResourcePolicyCommandOutput>
>({
  service: "dynamodb",
  name: "DeleteResourcePolicy",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteResourcePolicy.html",
  readOnly: false,
  access: (context, { ResourceArn }) => [accessToDelete(context, ResourceArn)],
  run: (context, { ResourceArn, ExpectedRevisionId }) => {
    const table = findPolicyTable(context, ResourceArn);
    checkRevision(table, ExpectedRevisionId);
    const RevisionId = table.resourcePolicy?.revisionId;
    table.resourcePolicy = undefined;
    return { RevisionId };
  },
});

/**
 * The account's root user is not bound by the policy, so that nobody is locked out for good.
 * Source: DynamoDB API Reference, DeleteResourcePolicy.
 */
function accessToDelete(context: CallContext, arn: string): NeededAccess {
  const access = policyAccess(context, "dynamodb:DeleteResourcePolicy", arn);
  if (context.caller.kind !== "root") return access;
  return { ...access, resource: { ...access.resource, policy: undefined } };
}
