import type { DeleteFunctionCommandInput, DeleteFunctionCommandOutput } from "@aws-sdk/client-lambda";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { latest, type FunctionVersion } from "../functionVersion.ts";
import { invalidParameterValue, lambdaError } from "../lambdaError.ts";
import type { LambdaFunction } from "../lambdaFunction.ts";
import { retireGrants } from "../retireGrants.ts";

/** Deletes a function with all that belongs to it; or, with a qualifier, one version. */
export const deleteFunction = operation<Input<DeleteFunctionCommandInput>, Output<DeleteFunctionCommandOutput>>({
  service: "lambda",
  name: "DeleteFunction",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html",
  readOnly: false,
  audit: { eventName: "DeleteFunction20150331" },
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "DeleteFunction", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: async (context, { FunctionName, Qualifier }) => {
    const address = functionAddress(context, FunctionName, Qualifier);
    const { qualifier } = address;
    if (qualifier === latest) {
      throw invalidParameterValue("$LATEST version cannot be deleted without deleting the function.");
    }
    const found = findFunction(context, address);
    if (qualifier === undefined) {
      context.instance.region(found.accountId, context.region).lambda.functions.delete(found.name);
      await forget(context, found.allVersions(), []);
    } else {
      await deleteVersion(context, found, qualifier);
    }
    return { StatusCode: 204 };
  },
});

/** A version that is not there is passed over. That an alias holds its version is not recorded in these words. */
async function deleteVersion(context: CallContext, found: LambdaFunction, number: string): Promise<void> {
  const holder = [...found.aliases.values()].find(
    ({ version, routing }) => version === number || number in (routing?.AdditionalVersionWeights ?? {}),
  );
  if (holder) {
    throw lambdaError(
      "ResourceConflictException",
      `Version ${number} of ${found.name} cannot be deleted: the alias ${holder.name} leads to it.`,
    );
  }
  const version = found.versions.get(number);
  if (!version) return;
  found.versions.delete(number);
  found.policies.delete(number);
  found.eventInvokeConfigs.delete(number);
  await forget(context, [version], found.allVersions());
}

async function forget(
  context: CallContext,
  gone: readonly FunctionVersion[],
  remaining: readonly FunctionVersion[],
): Promise<void> {
  for (const version of gone) await context.instance.executionEnvironments.discard(version);
  await retireGrants(context, gone, remaining);
}
