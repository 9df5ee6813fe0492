import { invalidParameterValue } from "./lambdaError.ts";

/** Names and values. */
export type Variables = Readonly<Record<string, string>>;

/** Source: Lambda Developer Guide, "Lambda quotas". */
const maximumBytes = 4096;

/** Source: Lambda Developer Guide, "Defined runtime environment variables". */
const reservedNames: ReadonlySet<string> = new Set([
  "_HANDLER",
  "_X_AMZN_TRACE_ID",
  "AWS_ACCESS_KEY",
  "AWS_ACCESS_KEY_ID",
  "AWS_DEFAULT_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_VERSION",
  "AWS_LAMBDA_INITIALIZATION_TYPE",
  "AWS_LAMBDA_LOG_GROUP_NAME",
  "AWS_LAMBDA_LOG_STREAM_NAME",
  "AWS_LAMBDA_RUNTIME_API",
  "AWS_REGION",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "LAMBDA_RUNTIME_DIR",
  "LAMBDA_TASK_ROOT",
]);

/**
 * Checks the environment variables of a function. Throws InvalidParameterValueException for names that Lambda gives values to,
 * and for more than 4 KB. Source of the messages: public transcripts.
 */
export function checkVariables(variables: Variables): void {
  const reserved = Object.keys(variables).filter((name) => reservedNames.has(name));
  if (reserved.length > 0) {
    throw unableToConfigure(
      `contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(", ")}`,
    );
  }
  const text = JSON.stringify(variables);
  if (Buffer.byteLength(text) > maximumBytes) {
    throw unableToConfigure(`exceeded the 4KB limit. String measured: ${text}`);
  }
}

function unableToConfigure(why: string) {
  return invalidParameterValue(
    `Lambda was unable to configure your environment variables because the environment variables you have provided ${why}`,
  );
}
