import type { CallContext } from "../../callContext.ts";
import { invalidParameterValue } from "./lambdaError.ts";
import type { LambdaFunction } from "./lambdaFunction.ts";

/** How many invocations may run in an account and region at a time. Source: Lambda Developer Guide, "Lambda quotas". */
export const accountConcurrency = 1000;
/** What functions without a reservation must be left. Source: Lambda Developer Guide, "Configuring reserved concurrency". */
const minimumUnreserved = 100;

/** What is left to functions without a reservation. */
export function unreservedConcurrency(functions: readonly LambdaFunction[]): number {
  return functions.reduce((left, { reservedConcurrency = 0 }) => left - reservedConcurrency, accountConcurrency);
}

/** Throws InvalidParameterValueException if a reservation leaves too little to others. Source: recorded answers. */
export function checkReservation({ state }: CallContext, found: LambdaFunction, reserved: number): void {
  const others = [...state.lambda.functions.values()].filter((other) => other !== found);
  if (unreservedConcurrency(others) - reserved >= minimumUnreserved) return;
  throw invalidParameterValue(
    `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${minimumUnreserved}].`,
  );
}

/** How many invocations of a function may run at a time, and what AWS calls it that there are no more. */
export function concurrencyLimit({ arn, reservedConcurrency }: LambdaFunction) {
  return reservedConcurrency === undefined
    ? { functionArn: arn, limit: accountConcurrency, reason: "ConcurrentInvocationLimitExceeded" }
    : { functionArn: arn, limit: reservedConcurrency, reason: "ReservedFunctionConcurrentInvocationLimitExceeded" };
}
