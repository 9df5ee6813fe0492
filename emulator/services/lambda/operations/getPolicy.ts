import type { GetPolicyCommandInput, GetPolicyCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findFunction, findVersion } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { latest } from "../functionVersion.ts";
import { lambdaError } from "../lambdaError.ts";
import { documentOf } from "../permissionPolicy.ts";

/** Shows the resource policy of a function, of a version or of an alias. */
export const getPolicy = operation<Input<GetPolicyCommandInput>, Output<GetPolicyCommandOutput>>({
  service: "lambda",
  name: "GetPolicy",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html",
  readOnly: true,
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "GetPolicy", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: (context, { FunctionName, Qualifier }) => {
    const address = functionAddress(context, FunctionName, Qualifier);
    findVersion(context, address);
    const policy = findFunction(context, address).policies.get(address.qualifier ?? latest);
    if (!policy) throw lambdaError("ResourceNotFoundException", "The resource you requested does not exist.");
    return { Policy: documentOf(policy.permissions), RevisionId: policy.revisionId };
  },
});
