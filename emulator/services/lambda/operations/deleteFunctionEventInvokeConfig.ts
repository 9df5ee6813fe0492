import type { DeleteFunctionEventInvokeConfigCommandInput } from "@aws-sdk/client-lambda";
import { operation, type Input } from "../../../operation.ts";
import { configAt } from "../eventInvokeConfig.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { latest } from "../functionVersion.ts";

/** Lets asynchronous invocations be treated as usual again. */
export const deleteFunctionEventInvokeConfig = operation<Input<DeleteFunctionEventInvokeConfigCommandInput>, object>({
  service: "lambda",
  name: "DeleteFunctionEventInvokeConfig",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionEventInvokeConfig.html",
  readOnly: false,
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "DeleteFunctionEventInvokeConfig", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: (context, { FunctionName, Qualifier }) => {
    const address = functionAddress(context, FunctionName, Qualifier);
    const { qualifier = latest } = address;
    const found = findFunction(context, address);
    configAt(found, qualifier);
    found.eventInvokeConfigs.delete(qualifier);
    return {};
  },
});
