import type { PutFunctionConcurrencyCommandInput, PutFunctionConcurrencyCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkReservation } from "../concurrency.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";

/** Reserves concurrency for a function, which is also the most that it gets. */
export const putFunctionConcurrency = operation<
  Input<PutFunctionConcurrencyCommandInput>,
  Output<PutFunctionConcurrencyCommandOutput>
>({
  service: "lambda",
  name: "PutFunctionConcurrency",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html",
  readOnly: false,
  audit: { eventName: "PutFunctionConcurrency20171031" },
  access: (context, { FunctionName }) => [
    functionAccess(context, "PutFunctionConcurrency", functionAddress(context, FunctionName)),
  ],
  run: (context, { FunctionName, ReservedConcurrentExecutions }) => {
    const found = findFunction(context, functionAddress(context, FunctionName));
    checkReservation(context, found, ReservedConcurrentExecutions);
    found.reservedConcurrency = ReservedConcurrentExecutions;
    return { ReservedConcurrentExecutions };
  },
});
