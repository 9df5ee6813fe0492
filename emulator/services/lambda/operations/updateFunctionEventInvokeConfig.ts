import type {
  UpdateFunctionEventInvokeConfigCommandInput,
  UpdateFunctionEventInvokeConfigCommandOutput,
} from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { configAt, shownConfig, withConfig } from "../eventInvokeConfig.ts";
import { findFunction, findVersion } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { latest } from "../functionVersion.ts";

/** Changes how asynchronous invocations are treated. */
export const updateFunctionEventInvokeConfig = operation<
  Input<UpdateFunctionEventInvokeConfigCommandInput>,
  Output<UpdateFunctionEventInvokeConfigCommandOutput>
>({
  service: "lambda",
  name: "UpdateFunctionEventInvokeConfig",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionEventInvokeConfig.html",
  readOnly: false,
  unsupported: ["DestinationConfig"],
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "UpdateFunctionEventInvokeConfig", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: (context, input) => {
    const address = functionAddress(context, input.FunctionName, input.Qualifier);
    findVersion(context, address);
    const found = findFunction(context, address);
    const { qualifier = latest } = address;
    const config = withConfig(configAt(found, qualifier), input, context.now);
    found.eventInvokeConfigs.set(qualifier, config);
    return shownConfig(found, qualifier, config);
  },
});
