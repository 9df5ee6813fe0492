import { AwsError } from "../../awsError.ts";

export function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}

/** What AWS says of a pattern that it cannot read; the words behind the colon are not AWS's. */
export function invalidPattern(pattern: string, reason: string): AwsError {
  return invalidParameter(`Invalid filter pattern ${pattern}: ${reason}.`);
}

/** Source: public transcripts. */
export function missing(what: "log group" | "log stream" | "metric filter" | "resource policy"): AwsError {
  return new AwsError("ResourceNotFoundException", `The specified ${what} does not exist.`);
}

/** Source: public transcripts. */
export function alreadyExists(what: "log group" | "log stream"): AwsError {
  return new AwsError("ResourceAlreadyExistsException", `The specified ${what} already exists`);
}

/**
 * Whatever the reason is why the key is of no use: it is missing or disabled, or its policy does not let CloudWatch Logs in.
 * Source: public transcripts of CreateLogGroup and AssociateKmsKey; of other operations it is not recorded anywhere.
 */
export function unusableKey(groupArn: string): AwsError {
  return new AwsError(
    "AccessDeniedException",
    `The specified KMS key does not exist or is not allowed to be used with Arn '${groupArn}'`,
  );
}
