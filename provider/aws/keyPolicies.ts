import type { Aws } from "./aws.ts";
import { isAwsError } from "./errors.ts";

/** KMS does not know a principal that IAM has just made, for up to two minutes (API reference of CreateKey). */
export function onceThePrincipalsAreKnown<T>(aws: Aws, call: () => Promise<T>): Promise<T> {
  return aws.eventually("KMS to know the principals of the key policy", call, (error) => {
    return isAwsError(error, "MalformedPolicyDocumentException") && error.message.includes("invalid principals");
  });
}
