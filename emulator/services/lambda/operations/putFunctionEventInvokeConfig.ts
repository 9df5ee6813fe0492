import type {
  PutFunctionEventInvokeConfigCommandInput,
  PutFunctionEventInvokeConfigCommandOutput,
} from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownConfig, withConfig } from "../eventInvokeConfig.ts";
import { findFunction, findVersion } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { latest } from "../functionVersion.ts";

/** Says how asynchronous invocations are treated, in place of what was said before. */
export const putFunctionEventInvokeConfig = operation<
  Input<PutFunctionEventInvokeConfigCommandInput>,
  Output<PutFunctionEventInvokeConfigCommandOutput>
>({
  service: "lambda",
  name: "PutFunctionEventInvokeConfig",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html",
  readOnly: false,
  unsupported: ["DestinationConfig"],
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "PutFunctionEventInvokeConfig", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: (context, input) => {
    const address = functionAddress(context, input.FunctionName, input.Qualifier);
    findVersion(context, address);
    const found = findFunction(context, address);
    const { qualifier = latest } = address;
    const config = withConfig({}, input, context.now);
    found.eventInvokeConfigs.set(qualifier, config);
    return shownConfig(found, qualifier, config);
  },
});
