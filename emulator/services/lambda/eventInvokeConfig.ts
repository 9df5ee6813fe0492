import type { FunctionEventInvokeConfig } from "@aws-sdk/client-lambda";
import { lambdaError } from "./lambdaError.ts";
import type { LambdaFunction } from "./lambdaFunction.ts";

/** How asynchronous invocations of a version or alias are treated. */
export interface EventInvokeConfig {
  /** How often an invocation that failed is tried again. Default: 2. */
  readonly maximumRetryAttempts?: number;
  /** How old an invocation may become before it is dropped, in seconds. Default: six hours. */
  readonly maximumEventAge?: number;
  readonly lastModified: Date;
}

/** The configuration of a version or alias. Throws ResourceNotFoundException. */
export function configAt(found: LambdaFunction, qualifier: string): EventInvokeConfig {
  const config = found.eventInvokeConfigs.get(qualifier);
  if (!config) throw noConfig(found.arn, qualifier);
  return config;
}

/** Source: recorded answers. */
export function noConfig(functionArn: string, qualifier: string) {
  return lambdaError(
    "ResourceNotFoundException",
    `The function ${functionArn}:${qualifier} doesn't have an EventInvokeConfig`,
  );
}

/** A configuration with what a request states. */
export function withConfig(
  before: Partial<EventInvokeConfig>,
  stated: { readonly MaximumRetryAttempts?: number; readonly MaximumEventAgeInSeconds?: number },
  now: Date,
): EventInvokeConfig {
  return {
    maximumRetryAttempts: stated.MaximumRetryAttempts ?? before.maximumRetryAttempts,
    maximumEventAge: stated.MaximumEventAgeInSeconds ?? before.maximumEventAge,
    lastModified: now,
  };
}

/** A configuration as answers show it. */
export function shownConfig(
  { arn }: LambdaFunction,
  qualifier: string,
  { maximumRetryAttempts, maximumEventAge, lastModified }: EventInvokeConfig,
): FunctionEventInvokeConfig {
  return {
    LastModified: lastModified,
    FunctionArn: `${arn}:${qualifier}`,
    MaximumRetryAttempts: maximumRetryAttempts,
    MaximumEventAgeInSeconds: maximumEventAge,
    DestinationConfig: { OnSuccess: {}, OnFailure: {} },
  };
}
