import type { AddPermissionCommandInput, AddPermissionCommandOutput } from "@aws-sdk/client-lambda";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkRevision } from "../changeFunction.ts";
import { findFunction, findVersion } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress, qualifiedArn, type FunctionAddress } from "../functionAddress.ts";
import { latest } from "../functionVersion.ts";
import { invalidParameterValue } from "../lambdaError.ts";
import { permissionConditions, readPermission, withPermission } from "../permissionPolicy.ts";

type AddPermissionInput = Input<AddPermissionCommandInput>;

/** Lets somebody else use a function: adds a statement to its resource policy, or to that of a version or alias. */
export const addPermission = operation<AddPermissionInput, Output<AddPermissionCommandOutput>>({
  service: "lambda",
  name: "AddPermission",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
  readOnly: false,
  audit: { eventName: "AddPermission20150331v2" },
  access: (context, input) => [
    functionAccess(
      context,
      "AddPermission",
      addressOf(context, input),
      permissionConditions(input.Principal, input.FunctionUrlAuthType),
    ),
  ],
  run: (context, input) => {
    const address = addressOf(context, input);
    findVersion(context, address);
    const { policies } = findFunction(context, address);
    const key = address.qualifier ?? latest;
    const before = policies.get(key);
    checkRevision(before?.revisionId ?? "", input.RevisionId);
    const added = readPermission(context, qualifiedArn(address), input);
    const permissions = withPermission(before?.permissions ?? [], added);
    policies.set(key, { permissions, revisionId: context.instance.random.uuid() });
    return { Statement: JSON.stringify(added.statement) };
  },
});

function addressOf(context: CallContext, { FunctionName, Qualifier }: AddPermissionInput): FunctionAddress {
  const address = functionAddress(context, FunctionName, Qualifier);
  if (address.qualifier === latest) {
    throw invalidParameterValue("We currently do not support adding policies for $LATEST.");
  }
  return address;
}
