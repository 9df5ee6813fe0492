import { AwsError } from "../awsError.ts";

/** Source: S3 API Reference, "Error responses"; public transcripts. */
const words: ReadonlyMap<string, readonly [code: string, message: string, status: number]> = new Map([
  ["MissingAuthenticationToken", ["AccessDenied", "Access Denied", 403]],
  [
    "InvalidClientTokenId",
    ["InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403],
  ],
  ["ExpiredToken", ["ExpiredToken", "The provided token has expired.", 400]],
  ["IncompleteSignature", ["AuthorizationHeaderMalformed", "The authorization header you provided is invalid.", 400]],
]);

/** What S3 answers where other services refuse credentials. */
export function asS3AuthenticationError(error: AwsError): AwsError {
  const [code, message, status] = words.get(error.code) ?? [];
  return code === undefined || message === undefined ? error : new AwsError(code, message, { status });
}
