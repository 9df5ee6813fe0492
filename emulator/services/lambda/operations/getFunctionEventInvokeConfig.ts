import type {
  GetFunctionEventInvokeConfigCommandInput,
  GetFunctionEventInvokeConfigCommandOutput,
} from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { configAt, noConfig, shownConfig } from "../eventInvokeConfig.ts";
import { functionAt } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { latest } from "../functionVersion.ts";

/** Shows how asynchronous invocations are treated. */
export const getFunctionEventInvokeConfig = operation<
  Input<GetFunctionEventInvokeConfigCommandInput>,
  Output<GetFunctionEventInvokeConfigCommandOutput>
>({
  service: "lambda",
  name: "GetFunctionEventInvokeConfig",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html",
  readOnly: true,
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "GetFunctionEventInvokeConfig", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: (context, { FunctionName, Qualifier }) => {
    const address = functionAddress(context, FunctionName, Qualifier);
    const { qualifier = latest } = address;
    const found = functionAt(context, address);
    if (!found) throw noConfig(address.arn, qualifier);
    return shownConfig(found, qualifier, configAt(found, qualifier));
  },
});
