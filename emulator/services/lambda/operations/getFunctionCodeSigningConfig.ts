import type { GetFunctionCodeSigningConfigCommandInput } from "@aws-sdk/client-lambda";
import { operation, type Input } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";

/** Shows the code signing configuration of a function: no function has one here. */
export const getFunctionCodeSigningConfig = operation<Input<GetFunctionCodeSigningConfigCommandInput>, object>({
  service: "lambda",
  name: "GetFunctionCodeSigningConfig",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html",
  readOnly: true,
  access: (context, { FunctionName }) => [
    functionAccess(context, "GetFunctionCodeSigningConfig", functionAddress(context, FunctionName)),
  ],
  run: (context, { FunctionName }) => {
    findFunction(context, functionAddress(context, FunctionName));
    return {};
  },
});
