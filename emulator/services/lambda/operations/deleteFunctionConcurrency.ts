import type { DeleteFunctionConcurrencyCommandInput } from "@aws-sdk/client-lambda";
import { operation, type Input } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";

/** Lets a function share the account's concurrency again. */
export const deleteFunctionConcurrency = operation<Input<DeleteFunctionConcurrencyCommandInput>, object>({
  service: "lambda",
  name: "DeleteFunctionConcurrency",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html",
  readOnly: false,
  audit: { eventName: "DeleteFunctionConcurrency20171031" },
  access: (context, { FunctionName }) => [
    functionAccess(context, "DeleteFunctionConcurrency", functionAddress(context, FunctionName)),
  ],
  run: (context, { FunctionName }) => {
    findFunction(context, functionAddress(context, FunctionName)).reservedConcurrency = undefined;
    return {};
  },
});
