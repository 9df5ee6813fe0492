import type { RemovePermissionCommandInput } from "@aws-sdk/client-lambda";
import { operation, type Input } from "../../../operation.ts";
import { checkRevision } from "../changeFunction.ts";
import { findFunction, functionAt } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { latest } from "../functionVersion.ts";
import { lambdaError } from "../lambdaError.ts";

/** Takes a permission back. The last one takes the policy with it. */
export const removePermission = operation<Input<RemovePermissionCommandInput>, object>({
  service: "lambda",
  name: "RemovePermission",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html",
  readOnly: false,
  audit: { eventName: "RemovePermission20150331v2" },
  access: (context, { FunctionName, Qualifier, StatementId }) => {
    const address = functionAddress(context, FunctionName, Qualifier);
    const policy = functionAt(context, address)?.policies.get(address.qualifier ?? latest);
    const removed = policy?.permissions.find(({ id }) => id === StatementId);
    return [functionAccess(context, "RemovePermission", address, removed?.conditions)];
  },
  run: (context, { FunctionName, Qualifier, StatementId, RevisionId }) => {
    const address = functionAddress(context, FunctionName, Qualifier);
    const { policies } = findFunction(context, address);
    const key = address.qualifier ?? latest;
    const before = policies.get(key);
    if (!before) throw lambdaError("ResourceNotFoundException", "No policy is associated with the given resource.");
    checkRevision(before.revisionId, RevisionId);
    const permissions = before.permissions.filter(({ id }) => id !== StatementId);
    if (permissions.length === before.permissions.length) {
      throw lambdaError("ResourceNotFoundException", `Statement ${StatementId} is not found in resource policy.`);
    }
    if (permissions.length === 0) policies.delete(key);
    else policies.set(key, { permissions, revisionId: context.instance.random.uuid() });
    return {};
  },
});
