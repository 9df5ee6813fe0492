import type {
  UpdateFunctionConfigurationCommandInput,
  UpdateFunctionConfigurationCommandOutput,
} from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changedEnvironment } from "../changedEnvironment.ts";
import { changeFunction, checkRevision } from "../changeFunction.ts";
import { checkVariables } from "../environmentVariables.ts";
import { passedRoleAccess, requireAssumable } from "../executionRole.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { changedSettings } from "../functionSettings.ts";
import { shownConfiguration } from "../shownConfiguration.ts";

/** Changes how a function is set up. A role that is stated must be handed over. */
export const updateFunctionConfiguration = operation<
  Input<UpdateFunctionConfigurationCommandInput>,
  Output<UpdateFunctionConfigurationCommandOutput>
>({
  service: "lambda",
  name: "UpdateFunctionConfiguration",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html",
  readOnly: false,
  audit: { eventName: "UpdateFunctionConfiguration20150331v2" },
  unsupported: [
    "VpcConfig",
    "DeadLetterConfig",
    "Layers",
    "FileSystemConfigs",
    "ImageConfig",
    "SnapStart",
    "CapacityProviderConfig",
    "DurableConfig",
  ],
  access: (context, { FunctionName, Role }) => [
    functionAccess(context, "UpdateFunctionConfiguration", functionAddress(context, FunctionName)),
    ...(Role === undefined ? [] : passedRoleAccess(context, Role)),
  ],
  run: async (context, input) => {
    const address = functionAddress(context, input.FunctionName);
    const found = findFunction(context, address);
    const before = found.latest;
    checkRevision(before.revisionId, input.RevisionId);
    const settings = changedSettings(before.settings, input);
    const variables = input.Environment && (input.Environment.Variables ?? {});
    checkVariables(variables ?? {});
    if (input.Role !== undefined) requireAssumable(context, settings.role, found.arn);
    const environment = await changedEnvironment(context, before, settings, variables);
    const changed = await changeFunction(context, found, { settings, environment });
    return shownConfiguration(context, changed, { arn: found.arn, progress: "updating" });
  },
});
