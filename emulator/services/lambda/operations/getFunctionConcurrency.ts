import type { GetFunctionConcurrencyCommandInput, GetFunctionConcurrencyCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";

/** Shows the concurrency that is reserved for a function; nothing if none is. */
export const getFunctionConcurrency = operation<
  Input<GetFunctionConcurrencyCommandInput>,
  Output<GetFunctionConcurrencyCommandOutput>
>({
  service: "lambda",
  name: "GetFunctionConcurrency",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html",
  readOnly: true,
  access: (context, { FunctionName }) => [
    functionAccess(context, "GetFunctionConcurrency", functionAddress(context, FunctionName)),
  ],
  run: (context, { FunctionName }) => ({
    ReservedConcurrentExecutions: findFunction(context, functionAddress(context, FunctionName)).reservedConcurrency,
  }),
});
