import { AwsError } from "../awsError.ts";

const jsonCodes: ReadonlyMap<string, string> = new Map([
  ["MissingAuthenticationToken", "MissingAuthenticationTokenException"],
  ["IncompleteSignature", "IncompleteSignatureException"],
  ["InvalidClientTokenId", "UnrecognizedClientException"],
  ["SignatureDoesNotMatch", "InvalidSignatureException"],
  ["ExpiredToken", "ExpiredTokenException"],
]);

/** The JSON services answer refused credentials with other codes, and with HTTP 400. */
export function asJsonAuthenticationError(error: AwsError): AwsError {
  const code = jsonCodes.get(error.code);
  return code ? new AwsError(code, error.message, { status: 400 }) : error;
}
