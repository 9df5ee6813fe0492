import { AwsError } from "../../awsError.ts";
import { invalidParameterValue, lambdaError } from "./lambdaError.ts";

/** What Lambda says of an error of KMS's, by KMS's error code. */
interface Refusal {
  readonly reason: string;
  /** The error of an invocation that cannot have its environment variables. */
  readonly code:
    "KMSAccessDeniedException" | "KMSDisabledException" | "KMSInvalidStateException" | "KMSNotFoundException";
}

/**
 * Source: public transcripts for a denial and an invalid key, the API model's description of the error for the others: their
 * sentences are not recorded anywhere. KMS itself answers AccessDeniedException to a ciphertext whose key is gone.
 */
const refusals: ReadonlyMap<string, Refusal> = new Map([
  ["AccessDeniedException", { reason: "KMS access was denied", code: "KMSAccessDeniedException" }],
  ["DisabledException", { reason: "KMS key used is disabled", code: "KMSDisabledException" }],
  ["NotFoundException", { reason: "KMS key was not found", code: "KMSNotFoundException" }],
  ["KMSInvalidStateException", { reason: "KMS key used is in an invalid state", code: "KMSInvalidStateException" }],
]);

/** Asks KMS for a caller who configures a function. Throws InvalidParameterValueException with what KMS says. */
export async function whileConfiguring<Answer>(
  task: string,
  operation: string,
  question: Promise<Answer>,
): Promise<Answer> {
  try {
    return await question;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw invalidParameterValue(toTheCaller(task, operation, error));
  }
}

/** What the answer tells the caller who may not see the environment variables. */
export function whyNotShown(error: AwsError): { readonly ErrorCode: string; readonly Message: string } {
  return { ErrorCode: error.code, Message: toTheCaller("decrypt", "Decrypt", error) };
}

/** The error of an invocation whose execution role cannot decrypt the environment variables. */
export function decryptionFailed(error: AwsError): AwsError {
  const refusal = refusals.get(error.code);
  const reason = refusal?.reason ?? "the KMS key is invalid for Decrypt";
  return lambdaError(
    refusal?.code ?? "KMSInvalidStateException",
    `Lambda was unable to decrypt the environment variables because ${refusal?.code === "KMSAccessDeniedException" ? "" : "the "}${reason}. Please check the function's KMS key settings. KMS Exception: ${error.code}KMS Message: ${messageOfKms(error)}`,
  );
}

function toTheCaller(task: string, operation: string, error: AwsError): string {
  const reason = refusals.get(error.code)?.reason ?? `KMS key is invalid for ${operation}`;
  const advice = error.code === "AccessDeniedException" ? "permissions" : "key settings";
  return `Lambda was unable to ${task} your environment variables because the ${reason}. Please check your KMS ${advice}. KMS Exception: ${error.code} KMS Message: ${messageOfKms(error)}`;
}

function messageOfKms({ message, status, requestId = "" }: AwsError): string {
  return `${message} (Service: Kms, Status Code: ${status}, Request ID: ${requestId})`;
}
