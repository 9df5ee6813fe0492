import type { CreateFunctionCommandInput, CreateFunctionCommandOutput } from "@aws-sdk/client-lambda";
import { tagList } from "../../../tagList.ts";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { newEnvironment } from "../changedEnvironment.ts";
import { checkVariables } from "../environmentVariables.ts";
import { passedRoleAccess, requireAssumable } from "../executionRole.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress, type FunctionAddress } from "../functionAddress.ts";
import { newSettings } from "../functionSettings.ts";
import { latest, type FunctionVersion } from "../functionVersion.ts";
import { invalidParameterValue, lambdaError } from "../lambdaError.ts";
import { LambdaFunction } from "../lambdaFunction.ts";
import { requestedCode } from "../requestedCode.ts";
import { configurationOf } from "../shownConfiguration.ts";
import { tagsWith } from "../tags.ts";

type CreateFunctionInput = Input<CreateFunctionCommandInput>;

/** Creates a function. Its role must be handed over, and tags need a permission of their own. */
export const createFunction = operation<CreateFunctionInput, Output<CreateFunctionCommandOutput>>({
  service: "lambda",
  name: "CreateFunction",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
  readOnly: false,
  audit: { eventName: "CreateFunction20150331" },
  unsupported: [
    "VpcConfig",
    "DeadLetterConfig",
    "Layers",
    "FileSystemConfigs",
    "ImageConfig",
    "CodeSigningConfigArn",
    "SnapStart",
    "CapacityProviderConfig",
    "PublishTo",
    "DurableConfig",
    "TenancyConfig",
  ],
  access: (context, input) => {
    const address = addressOf(context, input);
    const conditions = requestTags(tagList(input.Tags));
    const isTagged = Object.keys(input.Tags ?? {}).length > 0;
    return [
      functionAccess(context, "CreateFunction", address, conditions),
      ...(isTagged ? [functionAccess(context, "TagResource", address, conditions)] : []),
      ...passedRoleAccess(context, input.Role),
    ];
  },
  run: async (context, input) => {
    const { name, arn } = addressOf(context, input);
    const { functions } = context.state.lambda;
    const settings = newSettings(input, name);
    const variables = input.Environment?.Variables ?? {};
    checkVariables(variables);
    const tags = input.Tags && tagsWith(undefined, input.Tags);
    if (functions.has(name)) throw lambdaError("ResourceConflictException", `Function already exist: ${name}`);
    requireAssumable(context, settings.role, arn);
    const code = await requestedCode(context, input.Code);
    const owner = { functionName: name, functionArn: arn, settings };
    const environment = await newEnvironment(context, owner, variables);
    const revisionId = context.instance.random.uuid();
    const first: FunctionVersion = {
      ...owner,
      version: latest,
      code,
      environment,
      lastModified: context.now,
      revisionId,
    };
    const made = new LambdaFunction(context.accountId, first, tags);
    functions.set(name, made);
    const shown = input.Publish === true ? made.publish(context.instance.random.uuid()) : first;
    return configurationOf(shown, { arn, environment: environment && { Variables: variables }, progress: "creating" });
  },
});

function addressOf(context: CallContext, { FunctionName }: CreateFunctionInput): FunctionAddress {
  const address = functionAddress(context, FunctionName);
  if (address.qualifier !== undefined || address.accountId !== context.accountId) {
    throw invalidParameterValue("A function is created in the caller's account, by its name without a qualifier.");
  }
  return address;
}
